<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>LandConsolidation</name>
    <message>
      <source>A table of blocks, mu and share for each gap and threshold.</source>
      <translation>各间距、各分级阈值下的区块数、净面积（亩）和占比。</translation>
    </message>
    <message>
      <source>A · Farmland</source>
      <translation>A · 耕地</translation>
    </message>
    <message>
      <source>ABSORB_MAX_WIDTH: the width is {value} m. Give 0 m or more.</source>
      <translation>ABSORB_MAX_WIDTH：宽度为 {value} 米。请填写不小于 0 的数值。</translation>
    </message>
    <message>
      <source>AREA_FIELD: the layer has no field TBDLMJ. Choose the field with the areas in m².</source>
      <translation>AREA_FIELD：图层没有 TBDLMJ 字段。请选择记录面积（平方米）的字段。</translation>
    </message>
    <message>
      <source>Absorbed codes</source>
      <translation>计入毛面积的地类编码</translation>
    </message>
    <message>
      <source>Absorbed parcels wider than this do not count in the gross area.</source>
      <translation>宽于此值的线状图斑不计入毛面积。</translation>
    </message>
    <message>
      <source>Area [mu]</source>
      <translation>面积（亩）</translation>
    </message>
    <message>
      <source>Area [m²]</source>
      <translation>面积（平方米）</translation>
    </message>
    <message>
      <source>Area field</source>
      <translation>面积字段</translation>
    </message>
    <message>
      <source>Area method</source>
      <translation>面积计算方式</translation>
    </message>
    <message>
      <source>Area-weighted mean shape index</source>
      <translation>面积加权平均形状指数（AWMSI）</translation>
    </message>
    <message>
      <source>BARRIERS: the layer has no features, so it keeps nothing apart.</source>
      <translation>BARRIERS：阻隔图层中没有要素，不起阻隔作用。</translation>
    </message>
    <message>
      <source>Barrier codes</source>
      <translation>阻隔地类编码</translation>
    </message>
    <message>
      <source>Barriers</source>
      <translation>阻隔图层</translation>
    </message>
    <message>
      <source>Block class [mu]</source>
      <translation>规模等级（亩）</translation>
    </message>
    <message>
      <source>Block number</source>
      <translation>区块编号</translation>
    </message>
    <message>
      <source>Block's net area [mu]</source>
      <translation>所在区块净面积（亩）</translation>
    </message>
    <message>
      <source>Blocks</source>
      <translation>区块数</translation>
    </message>
    <message>
      <source>Blocks at a gap of {gap} m: {count}, on {farmland} mu of farmland (net). The largest has {largest} mu; {share} % of the farmland lies in blocks of at least {threshold} mu.</source>
      <translation>间距 {gap} 米时共有 {count} 个连片区块，耕地净面积合计 {farmland} 亩。最大区块 {largest} 亩；{share}% 的耕地位于 {threshold} 亩及以上的区块内。</translation>
    </message>
    <message>
      <source>Blocks by class</source>
      <translation>各等级连片区块</translation>
    </message>
    <message>
      <source>Blocks never reach from one value of this field to another, such as the village code ZLDWDM. Empty: no such limit.</source>
      <translation>区块不跨越该字段的不同取值，例如坐落单位代码 ZLDWDM（不跨村）。留空：不限制。</translation>
    </message>
    <message>
      <source>Blocks of at least {mu} mu</source>
      <translation>{mu} 亩及以上区块数</translation>
    </message>
    <message>
      <source>Blocks stay within</source>
      <translation>区块不跨越（字段）</translation>
    </message>
    <message>
      <source>Blocks whose net area is below {share} % of the gross area: {count}. Check ridges, roads and ditches there.</source>
      <translation>净面积不足毛面积 {share}% 的区块：{count} 个。请核查其中的田坎、道路和沟渠。</translation>
    </message>
    <message>
      <source>Bold: the gap used.</source>
      <translation>加粗：本次采用的间距。</translation>
    </message>
    <message>
      <source>CODE_FIELD: choose the field with the land codes, such as DLBM.</source>
      <translation>CODE_FIELD：请选择地类编码所在的字段，例如 DLBM。</translation>
    </message>
    <message>
      <source>CODE_FIELD: the field holds no code at all. Choose the field with the land codes, such as DLBM.</source>
      <translation>CODE_FIELD：所选字段全部为空。请选择地类编码所在的字段，例如 DLBM。</translation>
    </message>
    <message>
      <source>CODE_FIELD: {percent} % of the features carry codes that the code system “{system}” does not have ({codes}). Choose the field with the land codes, or correct them.</source>
      <translation>CODE_FIELD：{percent}% 的要素编码不在编码体系“{system}”中（{codes}）。请选择地类编码所在的字段，或更正编码。</translation>
    </message>
    <message>
      <source>CODE_SYSTEM: choose 0, 1 or 2, not {value}.</source>
      <translation>CODE_SYSTEM：应为 0、1 或 2，不能为 {value}。</translation>
    </message>
    <message>
      <source>CODE_SYSTEM: choose the code system of the field {field}: 0 land survey, 1 land and sea use 2023, 2 its 2020 trial version.</source>
      <translation>CODE_SYSTEM：请选择字段 {field} 所用的编码体系：0 国土调查，1 用地用海（2023），2 用地用海（2020 试行）。</translation>
    </message>
    <message>
      <source>CODE_SYSTEM: {percent} % of the features carry codes that the code system “{system}” does not have ({codes}). “{other}” has them: choose it, or choose another land code field.</source>
      <translation>CODE_SYSTEM：{percent}% 的要素编码不在编码体系“{system}”中（{codes}），但符合“{other}”。请改选该体系，或另选地类编码字段。</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>规模等级</translation>
    </message>
    <message>
      <source>Class 01 (cropland)</source>
      <translation>01 耕地</translation>
    </message>
    <message>
      <source>Class thresholds [mu]</source>
      <translation>分级阈值（亩）</translation>
    </message>
    <message>
      <source>Classes, sensitivity, metrics and parameters as a page to read or print.</source>
      <translation>供阅读或打印的网页：等级、间距敏感性、景观指数和参数。</translation>
    </message>
    <message>
      <source>Code system</source>
      <translation>编码体系</translation>
    </message>
    <message>
      <source>Codes of field roads, ditches and ridges that count in a block's gross area. A minus takes a code out: 1107, -1107A is the ditch without the main canal. Empty: none.</source>
      <translation>计入区块毛面积的农村道路、沟渠、田坎等地类编码。编码前加减号表示排除：“1107, -1107A”即沟渠但不含干渠。留空：不计入任何地类。</translation>
    </message>
    <message>
      <source>Codes of parcels that keep farmland apart, separated by commas; 05xx means all that begin with 05. The default list is that of the land survey; under another code system the codes that correspond are taken. Empty: none.</source>
      <translation>阻隔耕地的地类编码，用逗号分隔；05xx 表示以 05 开头的全部编码。默认列表按国土调查分类；选择其他编码体系时自动换用对应编码。留空：不设阻隔地类。</translation>
    </message>
    <message>
      <source>Collected: parcels as they are, in one multipolygon. Dissolved: shared edges removed. Outline: gaps up to the largest gap closed.</source>
      <translation>集合：图斑保持原样，合为一个多部件多边形。融合：去掉公共边界。闭合轮廓：填补不超过最大间距的空隙。</translation>
    </message>
    <message>
      <source>Compactness</source>
      <translation>紧凑度</translation>
    </message>
    <message>
      <source>Definition</source>
      <translation>定义</translation>
    </message>
    <message>
      <source>Dissolving blocks</source>
      <translation>正在融合区块</translation>
    </message>
    <message>
      <source>Effective mesh size [ha]</source>
      <translation>有效粒度面积 MESH（公顷）</translation>
    </message>
    <message>
      <source>Farmland</source>
      <translation>耕地</translation>
    </message>
    <message>
      <source>Farmland above this grade is left out, as is farmland without a grade. Empty: all is kept.</source>
      <translation>坡度级别高于此级、或没有坡度级别的耕地不参与分析。留空：全部参与。</translation>
    </message>
    <message>
      <source>Farmland blocks</source>
      <translation>耕地连片区块</translation>
    </message>
    <message>
      <source>Farmland contiguity</source>
      <translation>耕地集中连片</translation>
    </message>
    <message>
      <source>Farmland contiguity – {layer}</source>
      <translation>耕地集中连片 – {layer}</translation>
    </message>
    <message>
      <source>Farmland contiguity: {layer}</source>
      <translation>耕地集中连片：{layer}</translation>
    </message>
    <message>
      <source>Farmland expression</source>
      <translation>耕地筛选表达式</translation>
    </message>
    <message>
      <source>Farmland parcels</source>
      <translation>耕地图斑</translation>
    </message>
    <message>
      <source>Farmland parcels without a slope grade in {field}, left out: {count}.</source>
      <translation>字段 {field} 中没有坡度级别、未参与分析的耕地图斑：{count} 个。</translation>
    </message>
    <message>
      <source>Farmland, net [mu]</source>
      <translation>耕地净面积（亩）</translation>
    </message>
    <message>
      <source>Features with codes that the chosen code system does not have: {count} ({codes}).</source>
      <translation>编码不在所选编码体系中的要素：{count} 个（{codes}）。</translation>
    </message>
    <message>
      <source>Features without a land code in {field}, not taken as farmland: {count}.</source>
      <translation>字段 {field} 中没有地类编码、不作为耕地的要素：{count} 个。</translation>
    </message>
    <message>
      <source>Field with the share of ridges</source>
      <translation>田坎系数字段</translation>
    </message>
    <message>
      <source>Fields with personal data are left out of the result: {names}.</source>
      <translation>结果中已去除含个人信息的字段：{names}。</translation>
    </message>
    <message>
      <source>Finding contiguous parcels</source>
      <translation>正在识别连片图斑</translation>
    </message>
    <message>
      <source>Finds the contiguous farmland blocks of a survey layer. Two parcels belong together when the gap between them, edge to edge, is no wider than the largest gap bridged and the shortest line across it meets no barrier. Parcels that touch always belong together. Blocks are classed by their net area in mu (100, 1,000 and 10,000 mu by default).

Field roads, ditches and ridges inside a block's outline count in its gross area but never link blocks. The sensitivity table shows how the result changes with the gap; reviewers ask for it.

Areas are official ellipsoidal areas on CGCS2000, net of field ridges where the layer has KCXS. The input is never changed.</source>
      <translation>从国土调查图层中识别集中连片耕地。两个图斑边到边的间距不超过最大间距，且两者之间的最短连线不穿过阻隔，即为连片；相接的图斑始终连片。区块按净面积（亩）分级，默认 100、1,000、10,000 亩（百亩方、千亩方、万亩方）。

区块轮廓内的农村道路、沟渠、田坎计入毛面积，但不起连接作用。间距敏感性表反映结果随间距的变化，供审查时对照。

面积为 CGCS2000 椭球面积（国土调查法定计算方法），图层有 KCXS 字段时扣除田坎。输入图层不会被修改。</translation>
    </message>
    <message>
      <source>From a field</source>
      <translation>取自字段</translation>
    </message>
    <message>
      <source>Gap [m]</source>
      <translation>间距（米）</translation>
    </message>
    <message>
      <source>Gaps for which the sensitivity table shows the blocks, ascending, separated by semicolons.</source>
      <translation>间距敏感性表所列的各个间距，按升序填写，用分号分隔。</translation>
    </message>
    <message>
      <source>Gaps to compare [m]</source>
      <translation>对比间距（米）</translation>
    </message>
    <message>
      <source>Gross area [mu]</source>
      <translation>毛面积（亩）</translation>
    </message>
    <message>
      <source>Gross area [m²]</source>
      <translation>毛面积（平方米）</translation>
    </message>
    <message>
      <source>Groups farmland parcels into contiguous blocks and classes them by net area in mu.</source>
      <translation>将耕地图斑归并为集中连片区块，并按净面积（亩）分级。</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
      <source>How areas are found. Official: the survey's ellipsoidal formula on CGCS2000, less field ridges (KCXS) for cropland. From a field: as recorded, TBDLMJ when no field is chosen. Planar: on the map plane, less field ridges likewise.</source>
      <translation>面积的取得方式。椭球面积：按国土调查的椭球面积公式在 CGCS2000 上计算，耕地扣除田坎（KCXS）。取自字段：按登记值，未选字段时用 TBDLMJ。平面面积：在投影平面上计算，同样扣除田坎。</translation>
    </message>
    <message>
      <source>INPUT: the coordinates do not fit the layer's CRS ({crs}). Set the right CRS in the layer's properties and run again.</source>
      <translation>INPUT：坐标与图层的坐标参照系（{crs}）不符。请在图层属性中设置正确的坐标参照系后重新运行。</translation>
    </message>
    <message>
      <source>KCXS: {count} parcels have a ridge share outside 0 to 1, the first is {value}. Write the share as a ratio, 0.068 for 6.8 %.</source>
      <translation>KCXS：{count} 个图斑的田坎系数不在 0 至 1 之间，第一个为 {value}。请按小数填写，例如 6.8% 填 0.068。</translation>
    </message>
    <message>
      <source>Land and sea use 2023 (用地用海)</source>
      <translation>用地用海（2023）</translation>
    </message>
    <message>
      <source>Land and sea use, 2020 trial version</source>
      <translation>用地用海（2020 试行）</translation>
    </message>
    <message>
      <source>Land code field</source>
      <translation>地类编码字段</translation>
    </message>
    <message>
      <source>Land consolidation</source>
      <translation>土地综合整治</translation>
    </message>
    <message>
      <source>Land consolidation (5+X)</source>
      <translation>土地综合整治（5+X）</translation>
    </message>
    <message>
      <source>Land survey (国土调查)</source>
      <translation>国土调查</translation>
    </message>
    <message>
      <source>Landscape metrics</source>
      <translation>景观指数</translation>
    </message>
    <message>
      <source>Largest block, net [mu]</source>
      <translation>最大区块净面积（亩）</translation>
    </message>
    <message>
      <source>Largest blocks</source>
      <translation>面积最大的区块</translation>
    </message>
    <message>
      <source>Largest gap bridged</source>
      <translation>最大间距</translation>
    </message>
    <message>
      <source>Largest gap bridged [m]</source>
      <translation>最大间距（米）</translation>
    </message>
    <message>
      <source>Largest patch index [%]</source>
      <translation>最大斑块指数 LPI（%）</translation>
    </message>
    <message>
      <source>Lines or polygons that keep farmland apart, such as a planned road. Added to the barrier codes.</source>
      <translation>阻隔耕地的线或多边形，例如规划道路。与阻隔地类共同起作用。</translation>
    </message>
    <message>
      <source>MAX_GAP: the gap is {value} m. Give a distance of 0 m or more.</source>
      <translation>MAX_GAP：间距为 {value} 米。请填写不小于 0 的距离。</translation>
    </message>
    <message>
      <source>MAX_SLOPE_GRADE: slope grades go from 1 to 5, not {value}.</source>
      <translation>MAX_SLOPE_GRADE：坡度级别为 1 至 5，不能为 {value}。</translation>
    </message>
    <message>
      <source>Mean block size [ha]</source>
      <translation>平均区块面积（公顷）</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Measuring areas</source>
      <translation>正在量算面积</translation>
    </message>
    <message>
      <source>Measuring gross areas</source>
      <translation>正在量算毛面积</translation>
    </message>
    <message>
      <source>Net [mu]</source>
      <translation>净面积/亩</translation>
    </message>
    <message>
      <source>Net area [mu]</source>
      <translation>净面积（亩）</translation>
    </message>
    <message>
      <source>Net area [m²]</source>
      <translation>净面积（平方米）</translation>
    </message>
    <message>
      <source>Net area {net} mu reaches the class of {threshold} mu.</source>
      <translation>净面积 {net} 亩，达到 {threshold} 亩等级。</translation>
    </message>
    <message>
      <source>Net area {net} mu, below the smallest class of {threshold} mu.</source>
      <translation>净面积 {net} 亩，未达到最低等级（{threshold} 亩）。</translation>
    </message>
    <message>
      <source>Net share of gross</source>
      <translation>净毛面积比</translation>
    </message>
    <message>
      <source>No farmland was found: the results are empty. Check the land code field, the code system and the farmland expression.</source>
      <translation>没有找到耕地，结果为空。请检查地类编码字段、编码体系和耕地筛选表达式。</translation>
    </message>
    <message>
      <source>Number of blocks</source>
      <translation>区块个数</translation>
    </message>
    <message>
      <source>Number of parcels</source>
      <translation>图斑数</translation>
    </message>
    <message>
      <source>Official ellipsoidal area</source>
      <translation>椭球面积（国土调查法定）</translation>
    </message>
    <message>
      <source>One feature per block, the largest first, with areas, shape and reasons.</source>
      <translation>每个区块一个要素，从大到小编号，含面积、形状指标和判定理由。</translation>
    </message>
    <message>
      <source>Outline with gaps closed</source>
      <translation>闭合轮廓</translation>
    </message>
    <message>
      <source>Parameter</source>
      <translation>参数</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>参数</translation>
    </message>
    <message>
      <source>Parcels</source>
      <translation>图斑</translation>
    </message>
    <message>
      <source>Parcels collected</source>
      <translation>图斑集合</translation>
    </message>
    <message>
      <source>Parcels dissolved</source>
      <translation>图斑融合</translation>
    </message>
    <message>
      <source>Patch density [per 100 ha]</source>
      <translation>斑块密度 PD（个/100 公顷）</translation>
    </message>
    <message>
      <source>Perimeter [m]</source>
      <translation>周长（米）</translation>
    </message>
    <message>
      <source>Planar area</source>
      <translation>平面面积</translation>
    </message>
    <message>
      <source>Reading barriers</source>
      <translation>正在读取阻隔图层</translation>
    </message>
    <message>
      <source>Reading parcels</source>
      <translation>正在读取图斑</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>判定理由</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Row {row} has no geometry. Leave such features out first.</source>
      <translation>第 {row} 行没有几何图形。请先去除此类要素。</translation>
    </message>
    <message>
      <source>SLOPE_FIELD: the layer has no field GDPDJB. Choose the field with the slope grade.</source>
      <translation>SLOPE_FIELD：图层没有 GDPDJB 字段。请选择坡度级别字段。</translation>
    </message>
    <message>
      <source>Sensitivity to the gap</source>
      <translation>间距敏感性</translation>
    </message>
    <message>
      <source>Shape index</source>
      <translation>形状指数</translation>
    </message>
    <message>
      <source>Shape of blocks</source>
      <translation>区块几何形式</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>占比</translation>
    </message>
    <message>
      <source>Share of farmland</source>
      <translation>占耕地比例</translation>
    </message>
    <message>
      <source>Share of farmland in blocks that reach a class</source>
      <translation>达到等级的区块占耕地比例</translation>
    </message>
    <message>
      <source>Slope grade field</source>
      <translation>坡度级别字段</translation>
    </message>
    <message>
      <source>Smallest net area of each block class in mu, ascending, separated by semicolons.</source>
      <translation>各规模等级的最小净面积（亩），按升序填写，用分号分隔。</translation>
    </message>
    <message>
      <source>Steepest slope grade</source>
      <translation>最大坡度级别</translation>
    </message>
    <message>
      <source>The coordinates cannot be transformed from {source} to {target}. Set the right CRS in the layer's properties and run again.</source>
      <translation>坐标无法从 {source} 转换到 {target}。请在图层属性中设置正确的坐标参照系后重新运行。</translation>
    </message>
    <message>
      <source>The farmland parcels with their own fields, the number and class of their block, and areas.</source>
      <translation>耕地图斑及其原有字段，另加所在区块的编号、等级和面积。</translation>
    </message>
    <message>
      <source>The field with areas in m², used when areas come from a field. Empty: TBDLMJ.</source>
      <translation>面积字段（平方米），面积取自字段时使用。留空：TBDLMJ。</translation>
    </message>
    <message>
      <source>The field with the land codes, such as DLBM.</source>
      <translation>地类编码所在的字段，例如 DLBM。</translation>
    </message>
    <message>
      <source>The field with the slope grade 1 to 5. Empty: GDPDJB.</source>
      <translation>坡度级别（1 至 5）字段。留空：GDPDJB。</translation>
    </message>
    <message>
      <source>The field with the width of long parcels in metres. Empty: XZDWKD; where there is none, the width is worked out from area and perimeter.</source>
      <translation>线状图斑宽度（米）字段。留空：XZDWKD；没有宽度值时按面积和周长推算。</translation>
    </message>
    <message>
      <source>The input changed while the tool was running. Run it again.</source>
      <translation>运行期间输入图层发生了变化，请重新运行。</translation>
    </message>
    <message>
      <source>The layer's CRS {crs} does not measure true metres. Distances are measured in {work} ({name}).</source>
      <translation>图层的坐标参照系 {crs} 不能按实地米数量测，距离改在 {work}（{name}）中量算。</translation>
    </message>
    <message>
      <source>The net area is only {share} % of the gross area: check ridges, roads and ditches.</source>
      <translation>净面积仅为毛面积的 {share}%，请核查田坎、道路和沟渠。</translation>
    </message>
    <message>
      <source>The result cannot be written: {reason}</source>
      <translation>结果无法写入：{reason}</translation>
    </message>
    <message>
      <source>The result changes with the gap chosen. Shares are of all farmland, net.</source>
      <translation>结果随所选间距而变化。占比以全部耕地净面积为基数。</translation>
    </message>
    <message>
      <source>The survey parcels (DLTB), or any polygon layer with land codes.</source>
      <translation>国土调查地类图斑（DLTB），或其他带地类编码的多边形图层。</translation>
    </message>
    <message>
      <source>There are {areas} areas for {parcels} parcels.</source>
      <translation>面积有 {areas} 个，图斑有 {parcels} 个，数目不一致。</translation>
    </message>
    <message>
      <source>This tool cannot use shapely {version}: it is made for GEOS {made}, and this QGIS runs on GEOS {loaded}. Run “pip3 install 'shapely&gt;=2.0.6,&lt;2.1'” with QGIS's own Python, then restart QGIS.</source>
      <translation>本工具无法使用 shapely {version}：它为 GEOS {made} 编译，而当前 QGIS 使用 GEOS {loaded}。请用 QGIS 自带的 Python 运行“pip3 install 'shapely&gt;=2.0.6,&lt;2.1'”，然后重启 QGIS。</translation>
    </message>
    <message>
      <source>This tool needs shapely 2 or newer, and this QGIS has {version}. Run “pip3 install --user 'shapely&gt;=2'” with QGIS's own Python, then restart QGIS.</source>
      <translation>本工具需要 shapely 2 或更高版本，而当前 QGIS 中为 {version}。请用 QGIS 自带的 Python 运行“pip3 install --user 'shapely&gt;=2'”，然后重启 QGIS。</translation>
    </message>
    <message>
      <source>This tool needs the Python packages {packages}, which this QGIS does not have. On Windows repair QGIS with its installer; on Debian or Ubuntu install python3-{first} and the like; on macOS run “pip3 install {all}” with QGIS's own Python. Then restart QGIS.</source>
      <translation>本工具需要 Python 包 {packages}，当前 QGIS 中没有。Windows：用安装程序修复 QGIS；Debian 或 Ubuntu：安装 python3-{first} 等软件包；macOS：用 QGIS 自带的 Python 运行“pip3 install {all}”。然后重启 QGIS。</translation>
    </message>
    <message>
      <source>Threshold [mu]</source>
      <translation>分级阈值（亩）</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <source>Which parcels are farmland. Empty: those of class 01 (cropland). With an expression the land code field may stay empty; no parcel is then a barrier or absorbed by its code.</source>
      <translation>哪些图斑是耕地。留空：01 地类（耕地）。填写表达式后可不选地类编码字段，此时不按编码判定阻隔图斑和计入毛面积的图斑。</translation>
    </message>
    <message>
      <source>Which system the codes belong to. The systems share digits (0601 is industry in the survey and rural road in the plan), so it must be chosen wherever codes are used.</source>
      <translation>编码所属的编码体系。不同体系编码相同而含义不同（0601 在国土调查中为工业用地，在用地用海中为农村道路），凡使用编码都必须选择。</translation>
    </message>
    <message>
      <source>Widest absorbed strip [m]</source>
      <translation>计入毛面积的最大宽度（米）</translation>
    </message>
    <message>
      <source>Widest gap between two parcels, edge to edge, that is still bridged, in metres. The default of 20 m is a judgement, not a rule: see the sensitivity table.</source>
      <translation>仍视为连片的两图斑间最大间距（边到边，米）。默认 20 米为经验值，并非规定，请对照间距敏感性表。</translation>
    </message>
    <message>
      <source>Width field</source>
      <translation>宽度字段</translation>
    </message>
    <message>
      <source>Writing blocks</source>
      <translation>正在写入区块</translation>
    </message>
    <message>
      <source>Writing parcels</source>
      <translation>正在写入图斑</translation>
    </message>
    <message>
      <source>a: area of a block's parcels, A: area of all features of the input ({area} ha), P: perimeter; planar, in {crs}.</source>
      <translation>a：区块内图斑面积；A：输入图层全部要素面积（{area} 公顷）；P：周长。均为 {crs} 平面量算值。</translation>
    </message>
    <message>
      <source>at least {threshold} mu</source>
      <translation>{threshold} 亩及以上</translation>
    </message>
    <message>
      <source>lines</source>
      <translation>线</translation>
    </message>
    <message>
      <source>lines or polygons</source>
      <translation>线或多边形</translation>
    </message>
    <message>
      <source>mu</source>
      <translation>亩</translation>
    </message>
    <message>
      <source>no geometries</source>
      <translation>无几何图形的记录</translation>
    </message>
    <message>
      <source>no limit</source>
      <translation>不限</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>points</source>
      <translation>点</translation>
    </message>
    <message>
      <source>polygons</source>
      <translation>多边形</translation>
    </message>
    <message>
      <source>under {threshold} mu</source>
      <translation>不足 {threshold} 亩</translation>
    </message>
    <message>
      <source>unknown reason</source>
      <translation>原因不明</translation>
    </message>
    <message>
      <source>{label} ({name})</source>
      <translation>{name}（{label}）</translation>
    </message>
    <message>
      <source>{label}: {value}</source>
      <translation>{label}：{value}</translation>
    </message>
    <message>
      <source>{low} to under {high} mu</source>
      <translation>{low} 至不足 {high} 亩</translation>
    </message>
    <message>
      <source>{parameter}: a feature cannot be transformed to {crs}. Set the right CRS in the layer's properties and run again.</source>
      <translation>{parameter}：有要素无法转换到 {crs}。请在图层属性中设置正确的坐标参照系后重新运行。</translation>
    </message>
    <message>
      <source>{parameter}: a geometry cannot be read ({reason}). Run “Fix geometries” on the layer first.</source>
      <translation>{parameter}：有几何图形无法读取（{reason}）。请先对该图层运行“修正几何图形”。</translation>
    </message>
    <message>
      <source>{parameter}: coordinates that are no numbers, or do not fit the layer's CRS, in {count} features; the first is number {number}. Set the right CRS in the layer's properties, or delete these features.</source>
      <translation>{parameter}：有 {count} 个要素的坐标不是数字，或与图层的坐标参考系不符；第一个是第 {number} 个要素。请在图层属性中设置正确的坐标参考系，或删除这些要素。</translation>
    </message>
    <message>
      <source>{parameter}: features with an invalid geometry, left out: {count}. The first is number {number} ({reason}).</source>
      <translation>{parameter}：因几何图形无效而未参与分析的要素：{count} 个，第一个为第 {number} 个要素（{reason}）。</translation>
    </message>
    <message>
      <source>{parameter}: features without geometry, left out: {count}.</source>
      <translation>{parameter}：因没有几何图形而未参与分析的要素：{count} 个。</translation>
    </message>
    <message>
      <source>{parameter}: the expression cannot be evaluated ({reason}). Correct it in the expression editor.</source>
      <translation>{parameter}：表达式无法计算（{reason}）。请在表达式编辑器中更正。</translation>
    </message>
    <message>
      <source>{parameter}: the expression cannot be read ({reason}). Correct it in the expression editor.</source>
      <translation>{parameter}：表达式有语法错误（{reason}）。请在表达式编辑器中更正。</translation>
    </message>
    <message>
      <source>{parameter}: the layer cannot be opened. Choose a layer that loads in QGIS.</source>
      <translation>{parameter}：图层无法打开。请选择能在 QGIS 中加载的图层。</translation>
    </message>
    <message>
      <source>{parameter}: the layer has no field “{name}”. Choose one of: {fields}.</source>
      <translation>{parameter}：图层没有字段“{name}”。可选字段：{fields}。</translation>
    </message>
    <message>
      <source>{parameter}: the layer “{layer}” has no CRS. Set it in the layer's properties and run again.</source>
      <translation>{parameter}：图层“{layer}”没有坐标参照系。请在图层属性中设置后重新运行。</translation>
    </message>
    <message>
      <source>{parameter}: the layer “{layer}” holds {found}. Choose a layer with {wanted}.</source>
      <translation>{parameter}：图层“{layer}”的几何类型为{found}。请选择{wanted}图层。</translation>
    </message>
    <message>
      <source>{parameter}: {count} features have an invalid geometry, the first is number {number} ({reason}). Run “Fix geometries” on the layer, or choose another setting for invalid features in the Processing options.</source>
      <translation>{parameter}：{count} 个要素的几何图形无效，第一个为第 {number} 个要素（{reason}）。请对该图层运行“修正几何图形”，或在“数据处理”选项中更改“无效要素过滤”。</translation>
    </message>
    <message>
      <source>{parameter}: {count} features have no area, or a negative one, in the field {field}. Fill them in, or choose the official area.</source>
      <translation>{parameter}：{count} 个要素在字段 {field} 中没有面积或面积为负。请补全，或改用椭球面积。</translation>
    </message>
    <message>
      <source>{parameter}: {path} cannot be written ({reason}). Choose another folder, or close the programs that use the file.</source>
      <translation>{parameter}：无法写入 {path}（{reason}）。请另选文件夹，或关闭正在使用该文件的程序。</translation>
    </message>
    <message>
      <source>{parameter}: {path} is the file of {other} already. Choose another file.</source>
      <translation>{parameter}：{path} 已是 {other} 所用的文件。请另选一个文件。</translation>
    </message>
    <message>
      <source>{parameter}: “{entry}” begins no code of the code system “{system}”. Write codes such as 1001 or 05xx, separated by commas.</source>
      <translation>{parameter}：编码体系“{system}”中没有以“{entry}”开头的编码。请填写如 1001 或 05xx 的编码，用逗号分隔。</translation>
    </message>
    <message>
      <source>{parameter}: “{part}” is not a number. Write ascending numbers separated by semicolons, such as 100;1000.</source>
      <translation>{parameter}：“{part}”不是数字。请按升序填写数字，用分号分隔，例如 100;1000。</translation>
    </message>
    <message>
      <source>{parameter}: “{text}” does not hold ascending numbers {limit}. Write them separated by semicolons, such as 100;1000.</source>
      <translation>{parameter}：“{text}”不是 {limit} 的升序数字。请用分号分隔，例如 100;1000。</translation>
    </message>
    <message>
      <source>{value} %</source>
      <translation>{value}%</translation>
    </message>
  </context>
</TS>
