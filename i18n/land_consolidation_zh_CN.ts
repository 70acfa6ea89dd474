<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>LandConsolidation</name>
    <message>
      <source>(Mean parcel in − mean parcel out) / mean parcel out.</source>
      <translation>（调入平均图斑 − 调出平均图斑）/ 调出平均图斑。</translation>
    </message>
    <message>
      <source>(none)</source>
      <translation>（无）</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>0 GeoPackage, 1 shapefiles in UTF-8, 2 shapefiles in GBK for older software, 3 file geodatabase.</source>
      <translation>0 为 GeoPackage，1 为 UTF-8 编码的 Shapefile，2 为 GBK 编码的 Shapefile（供较旧的软件使用），3 为文件地理数据库。</translation>
    </message>
    <message>
      <source>0 at 0 km, 1 from {road} km by road, or {straight} km straight, on</source>
      <translation>0 千米为 0；沿道路 {road} 千米（或直线 {straight} 千米）及以上为 1</translation>
    </message>
    <message>
      <source>0 at 0, 1 from {elevation} m or {slope}° on; the larger of the two</source>
      <translation>高程、坡度为 0 时为 0；高程 {elevation} 米或坡度 {slope}° 及以上为 1；取两者中较大值</translation>
    </message>
    <message>
      <source>0 at none, 0.5 at {middle} %, 1 from {high} % on</source>
      <translation>无空置为 0；{middle}% 为 0.5；{high}% 及以上为 1</translation>
    </message>
    <message>
      <source>1  Which layer is what?</source>
      <translation>1  哪个图层是什么？</translation>
    </message>
    <message>
      <source>1 at 0 m, 0 from {distance} m on</source>
      <translation>0 米为 1；{distance} 米及以上为 0</translation>
    </message>
    <message>
      <source>1 up to {mu} mu or {households} households, 0 from twice that on; the larger of the two</source>
      <translation>不超过 {mu} 亩或 {households} 户为 1；达到其两倍为 0；取两者中较大值</translation>
    </message>
    <message>
      <source>1 · Restorable at once, in high-standard farmland</source>
      <translation>1 · 高标准农田内即可恢复</translation>
    </message>
    <message>
      <source>1. Protect</source>
      <translation>1. 保护</translation>
    </message>
    <message>
      <source>2  What can be done?</source>
      <translation>2  可以做什么？</translation>
    </message>
    <message>
      <source>2 · Restorable by works, in high-standard farmland</source>
      <translation>2 · 高标准农田内工程恢复</translation>
    </message>
    <message>
      <source>2. Must</source>
      <translation>2. 避险</translation>
    </message>
    <message>
      <source>3 · Restorable at once, touching a large block</source>
      <translation>3 · 紧邻大片耕地的即可恢复</translation>
    </message>
    <message>
      <source>3. A person decides</source>
      <translation>3. 人工研判</translation>
    </message>
    <message>
      <source>4 · Other, restorable at once</source>
      <translation>4 · 其他即可恢复</translation>
    </message>
    <message>
      <source>4. Weigh</source>
      <translation>4. 评分</translation>
    </message>
    <message>
      <source>5 · Other, restorable by works</source>
      <translation>5 · 其他工程恢复</translation>
    </message>
    <message>
      <source>5+X ledger – {layer}</source>
      <translation>5+X 台账 – {layer}</translation>
    </message>
    <message>
      <source>5+X tagging</source>
      <translation>5+X 标注</translation>
    </message>
    <message>
      <source>5+X tags</source>
      <translation>5+X 标注</translation>
    </message>
    <message>
      <source>5+X tags – {layer}</source>
      <translation>5+X 标注 – {layer}</translation>
    </message>
    <message>
      <source>6 · K class, convertible back to cropland</source>
      <translation>6 · 可调整地类（K）</translation>
    </message>
    <message>
      <source>: {values}</source>
      <translation>：{values}</translation>
    </message>
    <message>
      <source>; </source>
      <translation>；</translation>
    </message>
    <message>
      <source>; needed up to {needed}, room {room}</source>
      <translation>；最多需要 {needed}，可容纳 {room}</translation>
    </message>
    <message>
      <source>&lt;b&gt;5+X tagging&lt;/b&gt;&lt;br&gt;Decide parcel by parcel what becomes of the land</source>
      <translation>&lt;b&gt;5+X 标注&lt;/b&gt;&lt;br&gt;逐个图斑确定土地如何整治</translation>
    </message>
    <message>
      <source>A JSON file that says what each kind of work turns land into, made like the shipped plan_rules.json. Empty: the shipped one.</source>
      <translation>规定各类整治之后规划用途的 JSON 文件，格式同自带的 plan_rules.json。留空：采用自带规则表。</translation>
    </message>
    <message>
      <source>A JSON file with a layout of your own, made like those in the plugin's folder resources/profiles.</source>
      <translation>自定义成果格式的 JSON 文件，写法同插件目录 resources/profiles 中的文件。</translation>
    </message>
    <message>
      <source>A JSON file with a profile of your own, instead of a shipped one.</source>
      <translation>自定成果格式的 JSON 文件，代替内置格式。</translation>
    </message>
    <message>
      <source>A JSON file with categories, sub-types, dispositions and stages of your own, made like the shipped remediation_categories.json. Empty: the shipped one.</source>
      <translation>自定义类别、子类、处置方式和阶段的 JSON 文件，格式同插件自带的 remediation_categories.json。留空：采用自带方案。</translation>
    </message>
    <message>
      <source>A JSON file with rules of your own, made like the shipped ecology_rules.json. They are added to the shipped ones, or take the place of those with the same id.</source>
      <translation>自定规则的 JSON 文件，格式与自带的 ecology_rules.json 相同。其中的规则加在自带规则之后，编号相同的取代自带规则。</translation>
    </message>
    <message>
      <source>A copy of the parcels with codes and names of base year and plan, whether they differ, the codes to choose from, and reasons.</source>
      <translation>图斑副本，带有基期年和规划的代码与名称、是否变化、可选代码和理由。</translation>
    </message>
    <message>
      <source>A copy of the parcels with the tag fields added, empty. Not written in place.</source>
      <translation>图斑的副本，已添加空的标注字段。就地修改时不输出。</translation>
    </message>
    <message>
      <source>A copy of the parcels with their tags.</source>
      <translation>带有标注的图斑副本。</translation>
    </message>
    <message>
      <source>A farmland block of {mu} mu lies beside it: worth reclaiming.</source>
      <translation>相邻有 {mu} 亩连片耕地，复垦价值高。</translation>
    </message>
    <message>
      <source>A finding goes when the parcel is put right. Reject it if it does not apply.</source>
      <translation>图斑改正后，问题会消失；如不属实，请驳回。</translation>
    </message>
    <message>
      <source>A hazard extent lies {value} m away.</source>
      <translation>距灾害影响范围 {value} 米。</translation>
    </message>
    <message>
      <source>A hazard lies here or within {distance} m.</source>
      <translation>此处或 {distance} 米以内有灾害隐患。</translation>
    </message>
    <message>
      <source>A hazard point lies {value} m away (within {limit} m).</source>
      <translation>距灾害点 {value} 米（不超过 {limit} 米）。</translation>
    </message>
    <message>
      <source>A heritage site in the settlement {name}.</source>
      <translation>位于农居点{name}内的文保点。</translation>
    </message>
    <message>
      <source>A heritage site outside the settlements, a place of its own.</source>
      <translation>位于农居点之外的文保点，单独作为特色点。</translation>
    </message>
    <message>
      <source>A historic district or site stands here: protect and repair, never clear.</source>
      <translation>此处为历史文化街区或文保点：保护修缮，不得拆除。</translation>
    </message>
    <message>
      <source>A historic district or site stands here: protected, whatever the evidence.</source>
      <translation>此处为历史文化街区或文保点：不论依据如何，一律保护。</translation>
    </message>
    <message>
      <source>A layer of planned uses. A parcel whose planned use is of another class than today's conflicts with the plan.</source>
      <translation>规划用途图层。规划用途与现状地类大类不同的图斑，为与规划冲突。</translation>
    </message>
    <message>
      <source>A parcel gets the sub-type of the first rule that fits, so the areas of parcels add up. The area concerned is that of all parcels a rule fits.</source>
      <translation>图斑的子类由最先符合的规则给出，因此各规则的图斑面积可以相加。涉及面积则按符合该规则的全部图斑计算。</translation>
    </message>
    <message>
      <source>A parcel is a candidate when {share} % of it or more lies outside the boundary. The first line that fits decides:</source>
      <translation>位于边界外的面积达到 {share}% 及以上的图斑为候选。自上而下，以第一条符合的为准：</translation>
    </message>
    <message>
      <source>A parcel may be left out for more than one reason.</source>
      <translation>同一图斑可能有多项排除原因。</translation>
    </message>
    <message>
      <source>A person</source>
      <translation>人工</translation>
    </message>
    <message>
      <source>A person decides</source>
      <translation>人工研判</translation>
    </message>
    <message>
      <source>A person decides.</source>
      <translation>由人工研判。</translation>
    </message>
    <message>
      <source>A person planned {wanted} on permanent basic farmland, which is binding.</source>
      <translation>人工规划用途 {wanted} 位于永久基本农田，与约束线冲突。</translation>
    </message>
    <message>
      <source>A person planned {wanted}, construction land, inside the ecological redline.</source>
      <translation>人工规划用途 {wanted} 为建设用地，位于生态保护红线内。</translation>
    </message>
    <message>
      <source>A person says so: ECOLOGY.</source>
      <translation>由人填写：参数 ECOLOGY。</translation>
    </message>
    <message>
      <source>A person set the planned use {code}.</source>
      <translation>规划用途 {code} 由人工填写。</translation>
    </message>
    <message>
      <source>A protected site stands here.</source>
      <translation>此处有受保护的村落或文保点。</translation>
    </message>
    <message>
      <source>A protected village or heritage site stands here, or it is on the list</source>
      <translation>有受保护的村落或文保点，或列入名单</translation>
    </message>
    <message>
      <source>A remark on every parcel tagged. Empty: as it is.</source>
      <translation>写入所标注图斑的备注。留空：保持原值。</translation>
    </message>
    <message>
      <source>A scenic place within {metres} m</source>
      <translation>{metres} 米以内有景点</translation>
    </message>
    <message>
      <source>A scenic place within {metres} m ({limit} m or less): {name}.</source>
      <translation>{metres} 米处有景点（不超过 {limit} 米）：{name}。</translation>
    </message>
    <message>
      <source>A single parcel of {mu} mu.</source>
      <translation>单宗图斑，{mu} 亩。</translation>
    </message>
    <message>
      <source>A table of all that needs a person: parcel, field, code, codes to choose from, and why.</source>
      <translation>须由人决定的全部事项表：图斑、字段、现有代码、可选代码和理由。</translation>
    </message>
    <message>
      <source>A table of areas and shares: layers, how many lie on one another, differences, before and after the plan.</source>
      <translation>面积和占比汇总表：各图层、套合层数、图层之间的差异、规划前后。</translation>
    </message>
    <message>
      <source>A table of blocks, mu and share for each gap and threshold.</source>
      <translation>各间距、各分级阈值下的区块数、净面积（亩）和占比。</translation>
    </message>
    <message>
      <source>A table of cropland, mean slope and contiguity before and after, and whether each gate holds.</source>
      <translation>置换前后耕地面积、平均坡度、集中连片度对照表，并说明各项约束是否满足。</translation>
    </message>
    <message>
      <source>A table of every value that does not fit, with its feature; it stays when the run is refused for it.</source>
      <translation>逐项列出不合要求的值及其所在要素；因此未能输出时，该表仍会保留。</translation>
    </message>
    <message>
      <source>A table of historic villages joined by their name or another key, or a layer joined by where it lies.</source>
      <translation>历史文化村落名单：按村名或其他字段关联的表，或按位置关联的图层。</translation>
    </message>
    <message>
      <source>A table of parcels and areas by base-year and planned code.</source>
      <translation>按基期年代码和规划代码汇总图斑数和面积的表。</translation>
    </message>
    <message>
      <source>A table of parcels and mu by group and disposal, and their share of the city's target.</source>
      <translation>按分组和处置建议统计图斑数、面积（亩）及占全市目标比例的表格。</translation>
    </message>
    <message>
      <source>A table of parcels and mu by group and tier.</source>
      <translation>按分组和梯次统计图斑数和面积（亩）的表。</translation>
    </message>
    <message>
      <source>A table of parcels and mu by group, result and sub-type.</source>
      <translation>按分组、判定结果和子类统计图斑数和面积（亩）的表格。</translation>
    </message>
    <message>
      <source>A table of parcels for which results want different categories: who wanted what, and who won.</source>
      <translation>各结果建议的类别不一致的图斑一览表：各自的建议和最终采用的建议。</translation>
    </message>
    <message>
      <source>A table of places that village relocation sees differently, with the reasons of both sides.</source>
      <translation>与村庄搬迁候选意见不一致的农居点一览表，列出双方理由。</translation>
    </message>
    <message>
      <source>A table of settlements, households and mu by sub-type.</source>
      <translation>按子类统计农居点数、户数和面积（亩）的表格。</translation>
    </message>
    <message>
      <source>A table of settlements, households and mu by village and disposition.</source>
      <translation>按村和处置建议统计农居点数、户数和面积（亩）的表格。</translation>
    </message>
    <message>
      <source>A table of the farmland blocks that grow when all parcels, or those within the target, are restored, with their class before and after.</source>
      <translation>全部图斑（或目标内的图斑）恢复后面积增加的耕地连片区块的表，含恢复前后的规模等级。</translation>
    </message>
    <message>
      <source>A table of what each rule found, and why a rule is silent.</source>
      <translation>各条规则的查找结果，以及未查找的原因。</translation>
    </message>
    <message>
      <source>A table of what leaves and comes in, by group and land code.</source>
      <translation>按分组和地类汇总调出、调入情况的表。</translation>
    </message>
    <message>
      <source>A table with households, dwellings, vacant dwellings and consenting households. Where the settlements carry these themselves, choose the settlements again.</source>
      <translation>记录户数、住宅数、空置住宅数和同意户数的表格。农居点图层自带这些字段时，可再次选择农居点图层。</translation>
    </message>
    <message>
      <source>A table with one row per group, category and sub-type.</source>
      <translation>按分组、类别和子类统计的表格。</translation>
    </message>
    <message>
      <source>A table with one row per indicator, for all villages and for each.</source>
      <translation>每项指标一行的表，先全部村，后各村。</translation>
    </message>
    <message>
      <source>A table with one row per indicator, in total and for each project.</source>
      <translation>一个表，合计和每个项目各有一组，每项指标一行。</translation>
    </message>
    <message>
      <source>A table with one row per layer and table: features, area, fields without any value, file.</source>
      <translation>每个图层和表格一行：要素数、面积、全部为空的字段、所在文件。</translation>
    </message>
    <message>
      <source>A table with one row per line of the form.</source>
      <translation>一个表，审查表的每一行一条记录。</translation>
    </message>
    <message>
      <source>A table with one row per row of the form, for all villages and for each.</source>
      <translation>按表式各行列出的表，先全部村，后各村。</translation>
    </message>
    <message>
      <source>A table with one row per rule and layer: whether it was checked, how many faults, their area.</source>
      <translation>汇总表，每条规则和图层一行：是否检查、问题数和面积。</translation>
    </message>
    <message>
      <source>A table with one row per target in area: mu tagged, mu wanted, and the share.</source>
      <translation>各项面积目标的完成情况表：已标注面积（亩）、目标面积（亩）和完成比例。</translation>
    </message>
    <message>
      <source>A table with one row per target, in total and for each project.</source>
      <translation>一个表，合计和每个项目各有一组，每项目标一行。</translation>
    </message>
    <message>
      <source>A table with the people of each village. Several rows of one village are added up.</source>
      <translation>列有各村人口的表。同一村有多行时相加。</translation>
    </message>
    <message>
      <source>A tourism facility within {metres} m</source>
      <translation>{metres} 米以内有旅游设施</translation>
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
      <source>AHP matrix</source>
      <translation>AHP 判断矩阵</translation>
    </message>
    <message>
      <source>AHP_MATRIX: there are {found} cells, and {count} × {count} are needed: one row and one column for each of {names}.</source>
      <translation>AHP_MATRIX：现有 {found} 个单元格，应为 {count} × {count} 个，{names} 各占一行一列。</translation>
    </message>
    <message>
      <source>AHP_MATRIX: “{value}” in the row of {row} and the column of {column} is no number above 0. Write one such as 3 or 1/3.</source>
      <translation>AHP_MATRIX：{row} 行 {column} 列的“{value}”不是大于 0 的数。请填写如 3 或 1/3 的数值。</translation>
    </message>
    <message>
      <source>AREA_FIELD: the layer has no field TBDLMJ. Choose the field with the areas in m².</source>
      <translation>AREA_FIELD：图层没有 TBDLMJ 字段。请选择记录面积（平方米）的字段。</translation>
    </message>
    <message>
      <source>AREA_FIELD: the layer “{layer}” of {name} has no field TBDLMJ. Choose the field with the areas in m².</source>
      <translation>AREA_FIELD：{name} 的图层“{layer}”没有字段 TBDLMJ。请选择面积字段（平方米）。</translation>
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
      <source>Accept</source>
      <translation>采纳</translation>
    </message>
    <message>
      <source>Accept all shown</source>
      <translation>采纳全部所列</translation>
    </message>
    <message>
      <source>Accept the {count} suggestions in the list</source>
      <translation>采纳列表中的 {count} 条建议</translation>
    </message>
    <message>
      <source>Accept {count} suggestions</source>
      <translation>采纳 {count} 条建议</translation>
    </message>
    <message>
      <source>Accepted: {count} parcels</source>
      <translation>已采纳：{count} 个图斑</translation>
    </message>
    <message>
      <source>Access</source>
      <translation>可达性</translation>
    </message>
    <message>
      <source>Access, 0–1</source>
      <translation>可达性（0–1）</translation>
    </message>
    <message>
      <source>Access, points</source>
      <translation>可达性（得分）</translation>
    </message>
    <message>
      <source>Add tag fields</source>
      <translation>添加标注字段</translation>
    </message>
    <message>
      <source>Add the tag fields, their lists and colours to this layer</source>
      <translation>为该图层添加标注字段、选项列表和类别颜色</translation>
    </message>
    <message>
      <source>Add your layers to the project, or open the sample township.</source>
      <translation>请先把图层加入工程，或打开示例乡镇。</translation>
    </message>
    <message>
      <source>Adding up</source>
      <translation>正在汇总</translation>
    </message>
    <message>
      <source>Adds logistics and storage: 0508 of the land survey, 1101 of land and sea use.</source>
      <translation>加入物流仓储用地：国土调查 0508，用地用海 1101。</translation>
    </message>
    <message>
      <source>Adds the classes that can be turned back to cropland, such as 0201K, as the last tier. Needs the codes of the land survey.</source>
      <translation>将可调整地类（如 0201K）作为最后一个梯次加入。需要国土调查地类编码。</translation>
    </message>
    <message>
      <source>Adds the fields that 5+X tags are kept in, with lists to choose from and category colours.</source>
      <translation>添加存放 5+X 标注的字段，并设置选项列表和类别颜色。</translation>
    </message>
    <message>
      <source>Adds the fields to the layer itself instead of a copy. No output is written then.</source>
      <translation>直接在图层中添加字段，不生成副本，此时没有输出图层。</translation>
    </message>
    <message>
      <source>Adds to a layer of parcels the fields in which 5+X tags are kept: category, sub-type, disposition, stage, project, planned use, note, and who tagged, by which rule and when.

Codes are stored and names are shown: the attribute form offers lists to choose from, and the map gets a colour per category. Fields that are there already are kept with all their values.

By default the result is a copy. In place, the layer itself gets the fields: where it is being edited they wait in its edit session and undo takes them back; otherwise they are saved at once. No feature is changed either way.</source>
      <translation>为图斑图层添加存放 5+X 标注的字段：类别、子类、处置方式、阶段、项目、规划用途、备注，以及标注来源、规则和时间。

存储的是代码，显示的是名称：属性表单提供选项列表，地图按类别着色。已有的标注字段及其取值保持不变。

默认生成副本。就地修改时，字段直接加到图层中：图层处于编辑状态时，字段随编辑会话保存，也可撤销；否则立即保存。两种方式都不改动任何要素。</translation>
    </message>
    <message>
      <source>Adds up parcels by 5+X category and sub-type, and by a group field such as the village: how many, m², mu, and their share of all the land in the input. Land without a tag has a row of its own, and so have codes that are not in the scheme, so that the table adds up to the input to 0.01 m².

Where the city set a target in area for a kind of work, the table shows which part of it each row is, and a second table how far each target is reached. Which sub-types count towards which target is a judgement; the table lists their codes.

Areas are official ellipsoidal areas on CGCS2000 unless another method is chosen. Land where parcels overlap counts once for each of them. The input is never changed.</source>
      <translation>按 5+X 类别和子类，并按分组字段（例如所在村）汇总图斑：图斑数、平方米、亩，以及占输入图层全部面积的比例。未标注的图斑和方案中没有的代码各占一行，因此表中合计与输入图层一致，精确到 0.01 平方米。

全市设有面积目标的工作，表中给出各行占目标的比例，另有一张表给出各项目标的完成情况。哪些子类计入哪项目标属于经验判断，表中列出所计代码。

面积默认按 CGCS2000 椭球面积计算，也可另选。图斑相互重叠的部分重复计算。不改动输入图层。</translation>
    </message>
    <message>
      <source>Adds up parcels by their base-year and planned codes and fills in the structure adjustment table: hectares and percent before and after, and the change, for each village and for all of them.

A row takes every code that begins with its own, unless a longer row fits. Land whose code no row takes gets a row of its own, named by the code, in the block where it belongs: so the table adds up to the plan's area. A rural homestead coded 0703, for example, has no row in the Zhejiang form, which asks for 070301 or 070302: review those parcels. Field ridges (KCXS, KCMJ) are counted as field ridges, not as cropland.

Figures are rounded to 0.01 ha and 0.01 % by largest remainder, so that they add up in every column, from the rows to the subtotals and from the villages to the total. The workbook calculates shares and subtotals with formulas. The input is never changed.</source>
      <translation>按图斑的基期年代码和规划代码汇总，填写结构调整表：各村和全部村基期年、规划的公顷数和比重，以及增减。

代码前几位与某行相同即计入该行，有更长的行相符时计入更长的行。没有一行可以计入的代码单独占一行，以代码命名，列在所属地类之内，因此总计等于规划范围的面积。例如代码为 0703 的农村宅基地在浙江表中没有对应的行，该表要求 070301 或 070302，请核对这些图斑。田坎（KCXS、KCMJ）计入田坎，不计入耕地。

数值按最大余数法取到 0.01 公顷和 0.01%，各列从各行到小计、从各村到合计都能相加。工作簿中的比重和小计为公式。不修改输入图层。</translation>
    </message>
    <message>
      <source>Adds up tagged parcels by category, sub-type and group, and compares them with the targets.</source>
      <translation>按类别、子类和分组汇总已标注的图斑，并与目标对照。</translation>
    </message>
    <message>
      <source>Adds up, for each project and in total, what the plan changes: new cropland, reclaimed construction land, resettlement and new building inside the project; the allowances of revitalisation land (3 % of the contiguous cropland served) and of the reserve (20 % of reclaimed construction land); and the surplus quota, which is reclaimed land less resettlement, new building and reserve, and may be negative.

A second table shows how far the targets to 2026 are reached, by tags and by what the plan codes make of the tagged land. Which codes count for what is data, and a judgement: the policy states none.

Figures are rounded so that projects add up to the total. Land without a project has a row of its own. The input is never changed.</source>
      <translation>按项目和合计统计规划带来的变化：新增耕地、复垦建设用地、安置用地和项目内新增建设用地；盘活用地额度（所服务集中连片耕地的 3%）和预留指标（复垦建设用地的 20%）；节余指标 = 复垦建设用地 − 安置用地 − 新增建设用地 − 预留指标，可以为负。

另一个表列出 2026 年目标的进度，分别按标注和按规划代码得到的成果统计。哪些代码计入哪项指标由数据规定，属于判断：政策没有规定代码。

数值取整后各项目相加等于合计。没有项目的土地单列一行。输入图层不作任何修改。</translation>
    </message>
    <message>
      <source>Adjustment form</source>
      <translation>调整审查表</translation>
    </message>
    <message>
      <source>Adjustment plan prepared</source>
      <translation>已编制调整方案</translation>
    </message>
    <message>
      <source>After</source>
      <translation>置换后</translation>
    </message>
    <message>
      <source>Alive from [households]</source>
      <translation>有人气户数下限（户）</translation>
    </message>
    <message>
      <source>Alive with vacancy below</source>
      <translation>有人气空置率上限</translation>
    </message>
    <message>
      <source>Alive: {count} households ({least} or more), {share} % vacant (below {limit} %).</source>
      <translation>有人气：{count} 户（不少于 {least} 户），空置率 {share}%（低于 {limit}%）。</translation>
    </message>
    <message>
      <source>All areas in mu.</source>
      <translation>面积单位均为亩。</translation>
    </message>
    <message>
      <source>All changes to “{layer}” since it was last saved will be lost, those made elsewhere in QGIS too.</source>
      <translation>“{layer}”自上次保存以来的全部修改都将丢失，包括在 QGIS 其他地方所做的修改。</translation>
    </message>
    <message>
      <source>All combinations were weighed exactly.</source>
      <translation>已对全部组合精确求解。</translation>
    </message>
    <message>
      <source>All households consent.</source>
      <translation>全部农户同意。</translation>
    </message>
    <message>
      <source>All land</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>All land [ha]</source>
      <translation>土地总面积（公顷）</translation>
    </message>
    <message>
      <source>All others</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>All parcels</source>
      <translation>全部图斑</translation>
    </message>
    <message>
      <source>All permanent basic farmland of the area before the adjustment. Gives the share moved out, and warns of land moved out that is none.</source>
      <translation>调整前整治区域的全部永久基本农田。用于计算调出面积比例，并提示调出土地不是永久基本农田的情况。</translation>
    </message>
    <message>
      <source>All projects</source>
      <translation>全部项目</translation>
    </message>
    <message>
      <source>All rules that fit</source>
      <translation>符合的全部规则</translation>
    </message>
    <message>
      <source>All tag fields are there already.</source>
      <translation>标注字段已齐全。</translation>
    </message>
    <message>
      <source>All villages</source>
      <translation>全部村</translation>
    </message>
    <message>
      <source>All was read again after writing and compared.</source>
      <translation>写出后已全部重新读取并核对一致。</translation>
    </message>
    <message>
      <source>Allowed difference of areas</source>
      <translation>面积允许误差</translation>
    </message>
    <message>
      <source>Allowed difference of areas [m²]</source>
      <translation>面积允许误差（平方米）</translation>
    </message>
    <message>
      <source>An enterprise here is recorded as polluting.</source>
      <translation>有企业登记为污染企业。</translation>
    </message>
    <message>
      <source>Another rule</source>
      <translation>其他规则</translation>
    </message>
    <message>
      <source>Another rule set the planned use {code}.</source>
      <translation>规划用途 {code} 由其他规则写入。</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>文字内容</translation>
    </message>
    <message>
      <source>Any other land on which nothing is restored, such as a construction site or a reserve. Parcels with 1 m² or more inside are left out.</source>
      <translation>其他不作恢复的土地，例如建设项目用地、自然保护地。有 1 平方米及以上位于其中的图斑予以排除。</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>面积</translation>
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
      <source>Area below which a settlement is scattered.</source>
      <translation>面积小于此值的农居点为零星农居点。</translation>
    </message>
    <message>
      <source>Area concerned [mu]</source>
      <translation>涉及面积（亩）</translation>
    </message>
    <message>
      <source>Area concerned [m²]</source>
      <translation>涉及面积（平方米）</translation>
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
      <source>Area of a cluster of industrial parcels below which it is stray.</source>
      <translation>成组工业用地的总面积小于此值为零星。</translation>
    </message>
    <message>
      <source>Area of a redevelopment area from which it is for contiguous redevelopment; smaller ones are for organic renewal.</source>
      <translation>再开发片区达到该面积时，建议集中连片再开发；较小的建议有机更新。</translation>
    </message>
    <message>
      <source>Area-weighted mean shape index</source>
      <translation>面积加权平均形状指数（AWMSI）</translation>
    </message>
    <message>
      <source>Areas</source>
      <translation>片区数</translation>
    </message>
    <message>
      <source>Areas are net of field ridges. Hectares are rounded to 0.0001 by largest remainder, so that classes, slopes and sizes each add up to the total; all other figures follow from the hectares shown.</source>
      <translation>面积为扣除田坎后的净面积。公顷数用最大余数法取到 0.0001，地类、坡度、大小各自相加等于总面积；其他数值均按所列公顷数计算。</translation>
    </message>
    <message>
      <source>Areas are taken to 0.01 m² parcel by parcel and rounded to 0.01 mu by largest remainder, so that projects add up to the total. Cropland that stays is net of field ridges; of new cropland no ridges are known yet.</source>
      <translation>各图斑面积取到 0.01 平方米，用最大余数法取到 0.01 亩，各项目相加等于合计。保留的耕地扣除田坎；新增耕地的田坎未知。</translation>
    </message>
    <message>
      <source>Areas for contiguous redevelopment [mu]</source>
      <translation>集中连片再开发片区（亩）</translation>
    </message>
    <message>
      <source>Areas inside the ecological redline, STBHHX.</source>
      <translation>生态保护红线范围（STBHHX）。</translation>
    </message>
    <message>
      <source>Areas that protect historic villages, buildings and sites.</source>
      <translation>历史村落、建筑和遗址的保护范围。</translation>
    </message>
    <message>
      <source>At {metres} m it is high ({limit} m or more).</source>
      <translation>高程 {metres} 米，属高海拔（{limit} 米及以上）。</translation>
    </message>
    <message>
      <source>B · Villages</source>
      <translation>B · 村庄</translation>
    </message>
    <message>
      <source>BARRIERS: the layer has no features, so it keeps nothing apart.</source>
      <translation>BARRIERS：阻隔图层中没有要素，不起阻隔作用。</translation>
    </message>
    <message>
      <source>BASIC_FARMLAND is not given</source>
      <translation>没有给出 BASIC_FARMLAND</translation>
    </message>
    <message>
      <source>BASIC_FARMLAND: no layer is given to lay over the parcels. Choose permanent basic farmland, high-standard farmland, grain production zones or restorable land.</source>
      <translation>BASIC_FARMLAND：没有给出可与图斑套合的图层。请选择永久基本农田、高标准农田、粮食生产功能区或可恢复耕地。</translation>
    </message>
    <message>
      <source>BASIC_FARMLAND: no layer, so changes on permanent basic farmland are not withheld.</source>
      <translation>BASIC_FARMLAND：没有图层，永久基本农田上的变化未受限制。</translation>
    </message>
    <message>
      <source>BASIC_FARMLAND: not known, so the reasons do not say which parcels are recorded as basic farmland.</source>
      <translation>BASIC_FARMLAND：未知，判定理由无法说明哪些图斑位于永久基本农田。</translation>
    </message>
    <message>
      <source>BLOCKS: no block reaches a class, so no cropland counts as contiguous.</source>
      <translation>BLOCKS：没有区块达到规模等级，因此没有耕地计为集中连片。</translation>
    </message>
    <message>
      <source>BLOCKS: not known, so no parcel can come into tier 3, and no block's new class is given.</source>
      <translation>BLOCKS：未知，没有图斑能列入第 3 梯次，也无法给出区块恢复后的规模等级。</translation>
    </message>
    <message>
      <source>BLOCKS: the layer “{layer}” has no field net_mu. Choose the blocks that “Farmland contiguity” wrote.</source>
      <translation>BLOCKS：图层“{layer}”没有字段 net_mu。请选择“耕地集中连片”输出的连片区块。</translation>
    </message>
    <message>
      <source>BOUNDARY is not given</source>
      <translation>没有给出 BOUNDARY</translation>
    </message>
    <message>
      <source>BOUNDARY: no part of the layer is used, so every parcel lies outside.</source>
      <translation>BOUNDARY：图层中没有可采用的部分，全部图斑均视为位于边界外。</translation>
    </message>
    <message>
      <source>BOUNDARY: {field} in “{layer}” holds none of {codes}, so this is no urban development boundary but, it seems, a village construction boundary. Choose another layer, or say in BOUNDARY_FILTER what to use.</source>
      <translation>BOUNDARY：“{layer}”的字段 {field} 中没有 {codes}，不是城镇开发边界，可能是村庄建设边界。请另选图层，或在 BOUNDARY_FILTER 中说明采用哪些要素。</translation>
    </message>
    <message>
      <source>BOUNDARY: “{layer}” is called a village boundary and has no field GHFQDM that says otherwise. Choose the urban development boundary, or say in BOUNDARY_FILTER what to use.</source>
      <translation>BOUNDARY：“{layer}”从名称看是村庄边界，且没有 GHFQDM 字段说明规划分区。请选择城镇开发边界，或在 BOUNDARY_FILTER 中说明采用哪些要素。</translation>
    </message>
    <message>
      <source>BUILDINGS: parcels whose floor-area ratio is unknown, because buildings there have no number of floors: {count}.</source>
      <translation>BUILDINGS：因建筑物没有层数、容积率未知的图斑：{count} 个。</translation>
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
      <source>Base and target year</source>
      <translation>基期年和目标年</translation>
    </message>
    <message>
      <source>Base of the allowance</source>
      <translation>盘活用地额度的基数</translation>
    </message>
    <message>
      <source>Base year</source>
      <translation>基期年</translation>
    </message>
    <message>
      <source>Base year [%]</source>
      <translation>基期年比重（%）</translation>
    </message>
    <message>
      <source>Base year [ha]</source>
      <translation>基期年面积（公顷）</translation>
    </message>
    <message>
      <source>Base year, exact [m²]</source>
      <translation>基期年精确面积（平方米）</translation>
    </message>
    <message>
      <source>Base year: land that no row of the form takes [ha]</source>
      <translation>基期年：表中没有对应行的土地（公顷）</translation>
    </message>
    <message>
      <source>Base-year code</source>
      <translation>基期年代码</translation>
    </message>
    <message>
      <source>Base-year code field</source>
      <translation>基期年代码字段</translation>
    </message>
    <message>
      <source>Base-year codes of 2023 that a person has chosen already, such as base_code of an earlier result after the review. Where it is empty, or does not fit the survey class, the crosswalk counts. A default counts as chosen when review is empty.</source>
      <translation>已由人选定的 2023 版基期年代码，例如审查后的前次结果中的 base_code。为空或与调查地类不符时按对应关系转换。review 为空的默认值视为已选定。</translation>
    </message>
    <message>
      <source>Base-year use</source>
      <translation>基期年用途</translation>
    </message>
    <message>
      <source>Basic farmland [mu]</source>
      <translation>永久基本农田（亩）</translation>
    </message>
    <message>
      <source>Basic farmland adjustment</source>
      <translation>永久基本农田调整审查表</translation>
    </message>
    <message>
      <source>Basic farmland adjustment – {layer}</source>
      <translation>永久基本农田调整审查表 – {layer}</translation>
    </message>
    <message>
      <source>Basic farmland built to high standard</source>
      <translation>已建成高标准农田的永久基本农田</translation>
    </message>
    <message>
      <source>Basic farmland built to high standard with the plan</source>
      <translation>规划后建成高标准农田的永久基本农田</translation>
    </message>
    <message>
      <source>Basic farmland gained [mu]</source>
      <translation>永久基本农田增加（亩）</translation>
    </message>
    <message>
      <source>Basic farmland left after the plan</source>
      <translation>规划后仍未建成的永久基本农田</translation>
    </message>
    <message>
      <source>Basic farmland not yet high-standard</source>
      <translation>尚未建成高标准农田的永久基本农田</translation>
    </message>
    <message>
      <source>Basic farmland not yet high-standard [mu]</source>
      <translation>尚未建成高标准农田的永久基本农田（亩）</translation>
    </message>
    <message>
      <source>Basic farmland not yet high-standard [m²]</source>
      <translation>尚未建成高标准农田的永久基本农田（平方米）</translation>
    </message>
    <message>
      <source>Basic farmland of the area before [ha]</source>
      <translation>整治区域原永农总面积（公顷）</translation>
    </message>
    <message>
      <source>Basic farmland that the plan builds</source>
      <translation>规划建设的永久基本农田</translation>
    </message>
    <message>
      <source>Basic farmland, high-standard</source>
      <translation>永久基本农田，已建成高标准农田</translation>
    </message>
    <message>
      <source>Basic farmland, high-standard by the plan</source>
      <translation>永久基本农田，规划建成高标准农田</translation>
    </message>
    <message>
      <source>Basic farmland, not yet high-standard</source>
      <translation>永久基本农田，尚未建成高标准农田</translation>
    </message>
    <message>
      <source>Basic farmland, not yet high-standard.</source>
      <translation>永久基本农田，尚未建成高标准农田。</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>置换前</translation>
    </message>
    <message>
      <source>Before and after</source>
      <translation>置换前后对照</translation>
    </message>
    <message>
      <source>Before and after, what changes, how it was chosen, what was kept, and the parameters as a page to read or print.</source>
      <translation>置换前后对照、变化情况、选择方法、不予变动的地块及参数，可阅读或打印的网页。</translation>
    </message>
    <message>
      <source>Below {limit} mu: organic renewal.</source>
      <translation>不足 {limit} 亩：有机更新。</translation>
    </message>
    <message>
      <source>Besides</source>
      <translation>其他子类</translation>
    </message>
    <message>
      <source>Better ecology</source>
      <translation>生态有改善</translation>
    </message>
    <message>
      <source>Beyond the target of {target} mu.</source>
      <translation>在 {target} 亩目标之外。</translation>
    </message>
    <message>
      <source>Binding or expected</source>
      <translation>指标属性</translation>
    </message>
    <message>
      <source>Block</source>
      <translation>所属地类</translation>
    </message>
    <message>
      <source>Block and land use</source>
      <translation>所属地类与名称</translation>
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
      <source>Block of the form</source>
      <translation>表的部分</translation>
    </message>
    <message>
      <source>Block once restored [mu]</source>
      <translation>恢复后区块面积（亩）</translation>
    </message>
    <message>
      <source>Block today [mu]</source>
      <translation>现状区块面积（亩）</translation>
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
      <source>Blocks that grow</source>
      <translation>面积增加的区块</translation>
    </message>
    <message>
      <source>Blocks that rise to another class</source>
      <translation>规模等级提升的区块</translation>
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
      <source>Bound of the gain [m²]</source>
      <translation>收益上界（平方米）</translation>
    </message>
    <message>
      <source>Bring back into use</source>
      <translation>盘活</translation>
    </message>
    <message>
      <source>Budget of the swap: net cropland that comes in, and so what leaves, is not more. Empty: no limit.</source>
      <translation>置换规模上限：调入的耕地净面积不超过此数，调出的也因此不超过。不填：不限。</translation>
    </message>
    <message>
      <source>Building coverage</source>
      <translation>建筑密度</translation>
    </message>
    <message>
      <source>Building coverage as recorded, a share of 0 to 1, used where no buildings are given.</source>
      <translation>登记的建筑密度（0 至 1 的小数），没有给出建筑物时采用。</translation>
    </message>
    <message>
      <source>Building coverage below which it is low.</source>
      <translation>建筑密度低于此值为偏低。</translation>
    </message>
    <message>
      <source>Building coverage {value} %, below {limit} %.</source>
      <translation>建筑密度 {value}%，低于 {limit}%。</translation>
    </message>
    <message>
      <source>Building footprints. Floor-area ratio and coverage are measured from them.</source>
      <translation>建筑物基底，据此量算容积率和建筑密度。</translation>
    </message>
    <message>
      <source>Building footprints. Floor-area ratio, coverage and age are measured from them.</source>
      <translation>建筑物基底。容积率、建筑密度和建成年代据此量算。</translation>
    </message>
    <message>
      <source>Buildings</source>
      <translation>建筑物</translation>
    </message>
    <message>
      <source>Built about {year}, before {limit}.</source>
      <translation>约建于 {year} 年，早于 {limit} 年。</translation>
    </message>
    <message>
      <source>Built land</source>
      <translation>建成用地</translation>
    </message>
    <message>
      <source>Built land expression</source>
      <translation>建成用地表达式</translation>
    </message>
    <message>
      <source>Built land inside the boundary</source>
      <translation>边界内建成用地</translation>
    </message>
    <message>
      <source>Built land is looked at when {share} % of the parcel or more lies inside the boundary. The first line that fits decides:</source>
      <translation>位于边界内的面积达到 {share}% 及以上的建成用地纳入判定。自上而下，以第一条符合的为准：</translation>
    </message>
    <message>
      <source>Built to high standard: {share} % of basic farmland.</source>
      <translation>永久基本农田中已建成高标准农田的占 {share}%。</translation>
    </message>
    <message>
      <source>By category</source>
      <translation>按类别统计</translation>
    </message>
    <message>
      <source>By disposal</source>
      <translation>按处置建议统计</translation>
    </message>
    <message>
      <source>By group</source>
      <translation>分组统计</translation>
    </message>
    <message>
      <source>By how many grades the project means to raise the cropland's quality.</source>
      <translation>项目计划将耕地质量提升多少个等别。</translation>
    </message>
    <message>
      <source>By how many square metres a stated area may differ from the official area of its shape.</source>
      <translation>所填面积与图形椭球面积之差最多可为多少平方米。</translation>
    </message>
    <message>
      <source>By how much net cropland may grow: a swap replaces cropland, it does not clear forest for more.</source>
      <translation>耕地净面积最多可增加多少：置换是以地换地，不是毁林增耕。</translation>
    </message>
    <message>
      <source>By itself it makes redevelopment area {number} of {mu} mu: {kind}.</source>
      <translation>单独成为第 {number} 号再开发片区，{mu} 亩：{kind}。</translation>
    </message>
    <message>
      <source>By kind of area</source>
      <translation>按片区类型</translation>
    </message>
    <message>
      <source>By project</source>
      <translation>分项目</translation>
    </message>
    <message>
      <source>By rule</source>
      <translation>按规则</translation>
    </message>
    <message>
      <source>By score, the least efficient first.</source>
      <translation>按综合得分排列，最低效的在前。</translation>
    </message>
    <message>
      <source>By sub-type</source>
      <translation>按子类统计</translation>
    </message>
    <message>
      <source>By the plan</source>
      <translation>规划建成</translation>
    </message>
    <message>
      <source>By tier</source>
      <translation>按梯次</translation>
    </message>
    <message>
      <source>By village</source>
      <translation>分村统计</translation>
    </message>
    <message>
      <source>C · Industry</source>
      <translation>C · 工业</translation>
    </message>
    <message>
      <source>CANDIDATES: the layer “{layer}” has no field {field}. Choose the candidates that “Village relocation candidates” wrote.</source>
      <translation>CANDIDATES：图层“{layer}”没有字段 {field}。请选择“村庄搬迁候选”输出的候选图层。</translation>
    </message>
    <message>
      <source>CANOPY_FIELD: {field} holds {value}, yet canopy is a share of 0 to 1. Divide percentages by 100 first.</source>
      <translation>CANOPY_FIELD：字段 {field} 中有 {value}，而郁闭度应为 0 至 1 的小数。百分数请先除以 100。</translation>
    </message>
    <message>
      <source>CATEGORIES: the code “{code}” stands in {path} twice. Give each its own.</source>
      <translation>CATEGORIES：代码“{code}”在 {path} 中重复出现。每个代码只能用一次。</translation>
    </message>
    <message>
      <source>CATEGORIES: the file {path} cannot be read ({reason}). Choose a JSON file in UTF-8 like the shipped remediation_categories.json.</source>
      <translation>CATEGORIES：文件 {path} 无法读取（{reason}）。请选择 UTF-8 编码的 JSON 文件，格式同自带的 remediation_categories.json。</translation>
    </message>
    <message>
      <source>CATEGORIES: the file {path} is not JSON ({reason}). Correct it there.</source>
      <translation>CATEGORIES：文件 {path} 不是有效的 JSON（{reason}）。请在该处更正。</translation>
    </message>
    <message>
      <source>CATEGORIES: the file {path} lists no categories. Start from the shipped remediation_categories.json.</source>
      <translation>CATEGORIES：文件 {path} 中没有类别。请在自带的 remediation_categories.json 基础上修改。</translation>
    </message>
    <message>
      <source>CATEGORIES: “{code}” in {path} is no code for “{part}”. Use up to {length} Latin letters and digits.</source>
      <translation>CATEGORIES：{path} 中的“{code}”不能作为“{part}”的代码。请使用不超过 {length} 个英文字母和数字。</translation>
    </message>
    <message>
      <source>CATEGORIES: “{colour}” in {path} is no colour. Write it like #5f9e3f.</source>
      <translation>CATEGORIES：{path} 中的“{colour}”不是颜色。请按 #5f9e3f 的格式填写。</translation>
    </message>
    <message>
      <source>CATEGORIES: “{part}” in {path} is not a list of entries. Start from the shipped remediation_categories.json.</source>
      <translation>CATEGORIES：{path} 中的“{part}”不是条目列表。请在自带的 remediation_categories.json 基础上修改。</translation>
    </message>
    <message>
      <source>CATEGORY: nothing is asked for. Give a category, or one of {others}.</source>
      <translation>CATEGORY：没有要写入的内容。请填写类别，或填写 {others} 之一。</translation>
    </message>
    <message>
      <source>CODE_FIELD: choose the field with the land codes, such as DLBM.</source>
      <translation>CODE_FIELD：请选择地类编码所在的字段，例如 DLBM。</translation>
    </message>
    <message>
      <source>CODE_SYSTEM: a plan has no survey codes. Run “Plan codes” first, and choose 1 land and sea use 2023, or 2 its 2020 trial version.</source>
      <translation>CODE_SYSTEM：规划不使用国土调查编码。请先运行“规划用途代码”，并选择 1（用地用海 2023）或 2（2020 试行版）。</translation>
    </message>
    <message>
      <source>CODE_SYSTEM: choose 0, 1 or 2, not {value}.</source>
      <translation>CODE_SYSTEM：应为 0、1 或 2，不能为 {value}。</translation>
    </message>
    <message>
      <source>CODE_SYSTEM: choose the code system of both fields: 1 land and sea use 2023, 2 its 2020 trial version.</source>
      <translation>CODE_SYSTEM：请选择两个字段的编码体系：1 用地用海 2023，2 2020 试行版。</translation>
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
      <source>CROPLAND_BASE: choose 0 net or 1 gross, not {value}.</source>
      <translation>CROPLAND_BASE：请选择 0（净面积）或 1（毛面积），而不是 {value}。</translation>
    </message>
    <message>
      <source>CRS</source>
      <translation>坐标参照系</translation>
    </message>
    <message>
      <source>CRS of the delivery</source>
      <translation>成果坐标参照系</translation>
    </message>
    <message>
      <source>CRS: it is not known. Choose one from the list, such as EPSG:4549.</source>
      <translation>CRS：无法识别。请从列表中选择，例如 EPSG:4549。</translation>
    </message>
    <message>
      <source>CSV files (*.csv)</source>
      <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Candidate</source>
      <translation>候选</translation>
    </message>
    <message>
      <source>Candidate parcels</source>
      <translation>候选图斑数</translation>
    </message>
    <message>
      <source>Candidates [mu]</source>
      <translation>候选图斑（亩）</translation>
    </message>
    <message>
      <source>Candidates inside the boundary: {count} parcels with {mu} mu, in {areas} redevelopment areas. {large} mu of them are in areas large enough for contiguous redevelopment. {historic} mu are protected as historic.</source>
      <translation>边界内候选图斑 {count} 个，{mu} 亩，组成 {areas} 个再开发片区，其中 {large} 亩位于达到集中连片再开发规模的片区。另有 {historic} 亩属历史文化保护范围。</translation>
    </message>
    <message>
      <source>Candidates it is known for</source>
      <translation>依据已知的候选数</translation>
    </message>
    <message>
      <source>Candidates near one another merged into areas, and the historic districts that are protected.</source>
      <translation>相邻候选图斑合并成的片区，以及受保护的历史文化街区。</translation>
    </message>
    <message>
      <source>Candidates outside the boundary [mu]</source>
      <translation>候选图斑的边界外面积（亩）</translation>
    </message>
    <message>
      <source>Candidates within {gap} m of one another make one area. From {mu} mu on it is for contiguous redevelopment, below for organic renewal.</source>
      <translation>相距 {gap} 米以内的候选图斑组成一个片区。达到 {mu} 亩的建议集中连片再开发，不足的建议有机更新。</translation>
    </message>
    <message>
      <source>Cannot be restored, because the parcel was new, is gone or has another shape: {count} ({ids}).</source>
      <translation>不能恢复的图斑（新增后未保存、已删除或形状已改变）：{count} 个（{ids}）。</translation>
    </message>
    <message>
      <source>Canopy density of forest (郁闭度), a share of 0 to 1.</source>
      <translation>林地郁闭度，0 至 1 的小数。</translation>
    </message>
    <message>
      <source>Canopy field</source>
      <translation>郁闭度字段</translation>
    </message>
    <message>
      <source>Canopy too dense</source>
      <translation>郁闭度过高</translation>
    </message>
    <message>
      <source>Carries what the other tools suggest to the parcels, and says where they disagree.</source>
      <translation>将其他工具的建议落到图斑上，并列出意见不一致之处。</translation>
    </message>
    <message>
      <source>Carrying suggestions to the parcels</source>
      <translation>正在将建议落到图斑上</translation>
    </message>
    <message>
      <source>Categories</source>
      <translation>类别方案</translation>
    </message>
    <message>
      <source>Categories file</source>
      <translation>类别方案文件</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Category there</source>
      <translation>对方类别</translation>
    </message>
    <message>
      <source>Category {number}</source>
      <translation>第 {number} 类</translation>
    </message>
    <message>
      <source>Centre lines, besides the parcels of roads and ditches, along which shelterbelts are looked for.</source>
      <translation>道路和沟渠的中心线，与道路、沟渠图斑一并用于查找农田林网缺口。</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>增减</translation>
    </message>
    <message>
      <source>Change [ha]</source>
      <translation>增减（公顷）</translation>
    </message>
    <message>
      <source>Change of cropland</source>
      <translation>耕地净增减</translation>
    </message>
    <message>
      <source>Change the layer itself</source>
      <translation>就地修改图层</translation>
    </message>
    <message>
      <source>Change the tag ({count})</source>
      <translation>修改标注（{count} 个）</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>有变化</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>检查项</translation>
    </message>
    <message>
      <source>Check tags</source>
      <translation>检查标注</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>已检查</translation>
    </message>
    <message>
      <source>Checked without a fault</source>
      <translation>检查通过的规则</translation>
    </message>
    <message>
      <source>Checking areas and topology</source>
      <translation>正在检查面积和拓扑</translation>
    </message>
    <message>
      <source>Checking layers and fields</source>
      <translation>正在检查图层和字段</translation>
    </message>
    <message>
      <source>Checking tags</source>
      <translation>正在检查标注</translation>
    </message>
    <message>
      <source>Checking tags of {layer}</source>
      <translation>正在检查 {layer} 的标注</translation>
    </message>
    <message>
      <source>Checking the binding lines</source>
      <translation>正在检查控制线</translation>
    </message>
    <message>
      <source>Checking values</source>
      <translation>正在检查属性值</translation>
    </message>
    <message>
      <source>Checking what will be written</source>
      <translation>正在检查待写出的内容</translation>
    </message>
    <message>
      <source>Checks a delivery (shapefiles, GeoPackage or file geodatabase, made by this plugin or by other software) against its profile, or survey parcels (DLTB) against the survey's rules: layers and fields, codes and the system they belong to, keys, slope grades, field ridges, widths, areas against the official formula, overlaps, gaps and slivers, the village boundary, permanent basic farmland, redline and development boundary, personal data, and the structure adjustment table.

Each fault is a feature with a sentence: an error must be corrected, a warning needs a reason, a note is worth a look. The dock's Review list shows them one by one.

A rule whose layer or field is missing is listed as not checked: that is not the same as passed. No input is changed.</source>
      <translation>对照成果格式检查成果（Shapefile、GeoPackage 或文件地理数据库，本插件或其他软件生成的均可），或对照国土调查规则检查调查图斑（DLTB）：图层和字段、代码及其体系、标识码、坡度级别、田坎扣除、线状地物宽度、面积与椭球面积公式、重叠、缝隙和狭长图斑、村界、永久基本农田、生态保护红线和城镇开发边界、个人信息、结构调整表。

每个问题是一个带说明的要素：错误应改正，警告需说明理由，提示请核对。标注面板的“审查”页可逐条查看。

缺少所需图层或字段的规则列为未检查，不等于通过。不修改任何输入。</translation>
    </message>
    <message>
      <source>Checks a delivery or survey parcels: fields, codes, areas, topology, binding lines, tables.</source>
      <translation>检查成果或调查图斑：字段、代码、面积、拓扑、控制线和表格。</translation>
    </message>
    <message>
      <source>Checks not made</source>
      <translation>未检查的项数</translation>
    </message>
    <message>
      <source>Checks tagged parcels: building, upgrading or tourism inside the ecological redline; tags that take permanent basic farmland; building outside the urban development boundary; mergers without the recorded consent of every household; sub-types of another category; codes the scheme does not have; tagged parcels that overlap; candidates nobody has tagged yet.

An overlap counts from 1 m² and 1 % of the parcel. Each finding says how grave it is: an error is against a binding rule, a warning needs a reason, a hint is worth a look.

A check whose layer is not given is listed as not checked: that is not the same as passed. No input is changed.</source>
      <translation>检查已标注的图斑：生态保护红线内的新建、改造和文旅；占用永久基本农田；城镇开发边界外的建设；没有全部农户同意记录的撤并；子类与类别不符；方案中没有的代码；已标注图斑相互重叠；候选范围内尚未标注的图斑。

重叠达到 1 平方米且占图斑 1% 才算。每个问题注明严重程度：错误违反约束性规定，警告需要说明理由，提示值得再看一眼。

没有给出所需图层的检查项列为“未检查”，不等于通过。不改动任何输入图层。</translation>
    </message>
    <message>
      <source>Choose a category or press its number.</source>
      <translation>请点击类别，或按其数字键。</translation>
    </message>
    <message>
      <source>Choose a line first</source>
      <translation>请先选择一行</translation>
    </message>
    <message>
      <source>Choose a polygon layer</source>
      <translation>选择面图层</translation>
    </message>
    <message>
      <source>Choose a polygon layer first</source>
      <translation>请先选择面图层</translation>
    </message>
    <message>
      <source>Choose the category to paint first.</source>
      <translation>请先选择要涂刷的类别。</translation>
    </message>
    <message>
      <source>Choose the parcels to tag.</source>
      <translation>请选择要标注的图斑图层。</translation>
    </message>
    <message>
      <source>Choose what else you have. What is not given stays unknown.</source>
      <translation>其他已有的图层也请选上；没有给出的按“未知”处理。</translation>
    </message>
    <message>
      <source>Chooses steep cropland to become forest, and gentle forest and orchard to become cropland.</source>
      <translation>选出宜还林的陡坡耕地和宜耕的缓坡林地、园地，提出置换建议。</translation>
    </message>
    <message>
      <source>Choosing here also changes the selected parcels</source>
      <translation>在此选择会同时修改所选图斑</translation>
    </message>
    <message>
      <source>Choosing parcels</source>
      <translation>正在选择地块</translation>
    </message>
    <message>
      <source>Chosen together: {out} parcels leave, {into} come in; the gates hold for all of them together.</source>
      <translation>整体选定：调出 {out} 块，调入 {into} 块；各项约束按全部地块整体满足。</translation>
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
      <source>Class today</source>
      <translation>现状规模等级</translation>
    </message>
    <message>
      <source>Class {code}, convertible back to cropland.</source>
      <translation>地类为 {code}，属可调整地类。</translation>
    </message>
    <message>
      <source>Classes that may come in</source>
      <translation>可调入地类</translation>
    </message>
    <message>
      <source>Classes, sensitivity, metrics and parameters as a page to read or print.</source>
      <translation>供阅读或打印的网页：等级、间距敏感性、景观指数和参数。</translation>
    </message>
    <message>
      <source>Clear and reclaim</source>
      <translation>清退复垦</translation>
    </message>
    <message>
      <source>Clear the tag</source>
      <translation>清除标注</translation>
    </message>
    <message>
      <source>Clear the tag ({count})</source>
      <translation>清除标注（{count} 个）</translation>
    </message>
    <message>
      <source>Click a parcel to take its tag in hand</source>
      <translation>点击图斑，取用其标注</translation>
    </message>
    <message>
      <source>Click or drag over parcels to give them the tag in hand</source>
      <translation>在图斑上点击或拖动，写入当前标注</translation>
    </message>
    <message>
      <source>Closing outlines</source>
      <translation>正在生成闭合轮廓</translation>
    </message>
    <message>
      <source>Cluster</source>
      <translation>成组编号</translation>
    </message>
    <message>
      <source>Cluster [mu]</source>
      <translation>成组面积（亩）</translation>
    </message>
    <message>
      <source>Code of new cropland</source>
      <translation>新增耕地地类代码</translation>
    </message>
    <message>
      <source>Code of new forest</source>
      <translation>新增林地地类代码</translation>
    </message>
    <message>
      <source>Code of the category, such as A. Empty: as it is, or that of the sub-type.</source>
      <translation>类别代码，例如 A。留空：保持原值，或采用子类所属的类别。</translation>
    </message>
    <message>
      <source>Code of the disposition, such as merge. Empty: as it is.</source>
      <translation>处置方式代码，例如 merge（撤并）。留空：保持原值。</translation>
    </message>
    <message>
      <source>Code of the planned use, such as 0101</source>
      <translation>规划用途代码，例如 0101</translation>
    </message>
    <message>
      <source>Code of the planned use. Empty: as it is.</source>
      <translation>规划用途代码。留空：保持原值。</translation>
    </message>
    <message>
      <source>Code of the stage, 1 to 5 in the shipped scheme. Empty: as it is.</source>
      <translation>阶段代码，自带方案中为 1 至 5。留空：保持原值。</translation>
    </message>
    <message>
      <source>Code of the sub-type, such as A2. Empty: as it is.</source>
      <translation>子类代码，例如 A2。留空：保持原值。</translation>
    </message>
    <message>
      <source>Code or name of the village, as on the parcels. Empty: ZLDWDM or village_code, else the name.</source>
      <translation>村代码或村名，与图斑上的一致。留空：ZLDWDM 或 village_code，没有则用村名。</translation>
    </message>
    <message>
      <source>Code system</source>
      <translation>编码体系</translation>
    </message>
    <message>
      <source>Code system of the plan</source>
      <translation>规划的编码体系</translation>
    </message>
    <message>
      <source>Code there</source>
      <translation>现有代码</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>代码</translation>
    </message>
    <message>
      <source>Codes of field roads, ditches and ridges that count in a block's gross area. A minus takes a code out: 1107, -1107A is the ditch without the main canal. Empty: none.</source>
      <translation>计入区块毛面积的农村道路、沟渠、田坎等地类编码。编码前加减号表示排除：“1107, -1107A”即沟渠但不含干渠。留空：不计入任何地类。</translation>
    </message>
    <message>
      <source>Codes of forest and orchard. Empty: orchards, arbor forest, bamboo, shrubland and other forest; of the land survey 0201, 0202, 0203, 0204, 0301, 0302, 0305, 0307.</source>
      <translation>林地、园地的地类代码。不填：园地、乔木林地、竹林地、灌木林地和其他林地，国土调查代码为 0201、0202、0203、0204、0301、0302、0305、0307。</translation>
    </message>
    <message>
      <source>Codes of parcels that keep farmland apart, separated by commas; 05xx means all that begin with 05. The default list is that of the land survey; under another code system the codes that correspond are taken. Empty: none.</source>
      <translation>阻隔耕地的地类编码，用逗号分隔；05xx 表示以 05 开头的全部编码。默认列表按国土调查分类；选择其他编码体系时自动换用对应编码。留空：不设阻隔地类。</translation>
    </message>
    <message>
      <source>Codes that count</source>
      <translation>计入的代码</translation>
    </message>
    <message>
      <source>Codes that the code system lacks</source>
      <translation>编码体系中没有的代码</translation>
    </message>
    <message>
      <source>Codes that the trial version has two of, taken as the one the form has a row for: {codes}.</source>
      <translation>试行版中有两个对应的代码，取表中有对应行的一个：{codes}。</translation>
    </message>
    <message>
      <source>Codes to choose from</source>
      <translation>可选代码</translation>
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
      <source>Compares the land moved out of permanent basic farmland with the land moved in and fills in the national review form: area, number and mean size of parcels, present use, slope, size, quality grade and high-standard farmland of both, and whether quantity, quality and layout get better.

Areas are net of field ridges. Slopes come from the slope grade GDPDJB, from a field you choose, or from a terrain model. Both layers need the same field names. Layers that are not given leave their lines empty: what is not known is said so, and is never zero.

Permanent basic farmland is binding. The tool compares; it suggests nothing. It warns where less land is moved in than out, where land moved in is not cropland or steeper than 25°, and where the layers overlap. The inputs are never changed.</source>
      <translation>对比调出与调入的永久基本农田，填写国家审查表：两侧的面积、图斑数目和平均图斑面积、现状地类、坡度、图斑大小、质量等别和高标准农田，以及数量、质量、布局是否优化。

面积为扣除田坎后的净面积。坡度取自坡度级 GDPDJB、所选字段或 DEM。两个图层的字段名须一致。没有给出的图层，相应的行留空：未知即注明未知，不记为零。

永久基本农田是约束性控制线。本工具只作对比，不提出调整建议。调入少于调出、调入土地不是耕地或坡度大于 25°、图层相互重叠时给出提示。输入图层不作任何修改。</translation>
    </message>
    <message>
      <source>Comparing land moved out and in</source>
      <translation>正在对比调出和调入土地</translation>
    </message>
    <message>
      <source>Comparing with relocation</source>
      <translation>正在与村庄搬迁候选比对</translation>
    </message>
    <message>
      <source>Comparing with the plan</source>
      <translation>正在与规划比对</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>可信度</translation>
    </message>
    <message>
      <source>Confidence below {limit}</source>
      <translation>可信度低于 {limit}</translation>
    </message>
    <message>
      <source>Conflict with the plan</source>
      <translation>与规划冲突</translation>
    </message>
    <message>
      <source>Consent</source>
      <translation>同意率</translation>
    </message>
    <message>
      <source>Consent is not recorded: a candidate only.</source>
      <translation>没有农户同意情况的记录，仅为候选。</translation>
    </message>
    <message>
      <source>Consenting households field</source>
      <translation>同意户数字段</translation>
    </message>
    <message>
      <source>Construction inside the redline</source>
      <translation>红线内建设</translation>
    </message>
    <message>
      <source>Construction land reclaimed [mu]</source>
      <translation>复垦建设用地（亩）</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>邻接度</translation>
    </message>
    <message>
      <source>Contact with large blocks</source>
      <translation>与大片耕地的邻接度</translation>
    </message>
    <message>
      <source>Contest</source>
      <translation>争议</translation>
    </message>
    <message>
      <source>Contested</source>
      <translation>存在争议</translation>
    </message>
    <message>
      <source>Contested with village relocation ({kind}): a person settles it.</source>
      <translation>与村庄搬迁候选意见不一致（{kind}），由人工研判。</translation>
    </message>
    <message>
      <source>Contests</source>
      <translation>建议冲突</translation>
    </message>
    <message>
      <source>Contests with village relocation</source>
      <translation>与村庄搬迁候选的争议</translation>
    </message>
    <message>
      <source>Contests with village relocation: {count}.</source>
      <translation>与村庄搬迁候选的争议 {count} 处。</translation>
    </message>
    <message>
      <source>Contiguity changes by {percent} %.</source>
      <translation>集中连片度变化 {percent} %。</translation>
    </message>
    <message>
      <source>Contiguity gained [%]</source>
      <translation>集中连片度提升（%）</translation>
    </message>
    <message>
      <source>Contiguous cropland served</source>
      <translation>所服务的集中连片耕地</translation>
    </message>
    <message>
      <source>Contiguous cropland: all planned cropland of the project, net of field ridges. Give BLOCKS to count contiguous blocks alone.</source>
      <translation>集中连片耕地：项目的全部规划耕地，扣除田坎。给出 BLOCKS 可只计集中连片区块。</translation>
    </message>
    <message>
      <source>Contiguous cropland: all planned cropland of the project, with field ridges. Give BLOCKS to count contiguous blocks alone.</source>
      <translation>集中连片耕地：项目的全部规划耕地，含田坎。给出 BLOCKS 可只计集中连片区块。</translation>
    </message>
    <message>
      <source>Contiguous cropland: planned cropland, net of field ridges, inside the farmland blocks given.</source>
      <translation>集中连片耕地：所给耕地连片区块内的规划耕地，扣除田坎。</translation>
    </message>
    <message>
      <source>Contiguous cropland: planned cropland, with field ridges, inside the farmland blocks given.</source>
      <translation>集中连片耕地：所给耕地连片区块内的规划耕地，含田坎。</translation>
    </message>
    <message>
      <source>Contiguous redevelopment</source>
      <translation>集中连片再开发</translation>
    </message>
    <message>
      <source>Contiguous redevelopment from [mu]</source>
      <translation>集中连片再开发面积下限（亩）</translation>
    </message>
    <message>
      <source>Convert</source>
      <translation>转型利用</translation>
    </message>
    <message>
      <source>Copy table</source>
      <translation>复制表格</translation>
    </message>
    <message>
      <source>Copy the invented sample township to a folder of yours and open it there</source>
      <translation>把虚构的示例乡镇复制到您的文件夹并打开</translation>
    </message>
    <message>
      <source>Copy the table, to paste into a spreadsheet or a text</source>
      <translation>复制表格，可粘贴到电子表格或文档中</translation>
    </message>
    <message>
      <source>Correct the codes; the log lists them.</source>
      <translation>请更正代码，日志中已列出。</translation>
    </message>
    <message>
      <source>Cost of crossing</source>
      <translation>通行成本</translation>
    </message>
    <message>
      <source>Could also use {what}</source>
      <translation>还可以用：{what}</translation>
    </message>
    <message>
      <source>Count again</source>
      <translation>重新统计</translation>
    </message>
    <message>
      <source>Counting</source>
      <translation>正在统计</translation>
    </message>
    <message>
      <source>Counting complaints</source>
      <translation>正在统计群众诉求</translation>
    </message>
    <message>
      <source>Counting tags of {layer}</source>
      <translation>正在统计 {layer} 的标注</translation>
    </message>
    <message>
      <source>Counts are taken from the fields: {fields}.</source>
      <translation>户数、住宅数等取自字段：{fields}。</translation>
    </message>
    <message>
      <source>County's mean tax per mu</source>
      <translation>全县亩均税收平均值</translation>
    </message>
    <message>
      <source>Coverage field</source>
      <translation>建筑密度字段</translation>
    </message>
    <message>
      <source>Criterion</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Cropland in large blocks [mu]</source>
      <translation>大片耕地面积（亩）</translation>
    </message>
    <message>
      <source>Cropland newly made by land consolidation. Its area in the land moved in is measured.</source>
      <translation>土地综合整治形成的新增耕地。量算其在调入土地中的面积。</translation>
    </message>
    <message>
      <source>Cropland parcels whose slope is not known, left out of mean slopes and never suggested to leave: {count}.</source>
      <translation>坡度未知的耕地图斑，不计入平均坡度，也不建议调出：{count} 块。</translation>
    </message>
    <message>
      <source>Cropland that becomes forest</source>
      <translation>调出：耕地改为林地</translation>
    </message>
    <message>
      <source>Cropland that could leave</source>
      <translation>可调出的耕地（块）</translation>
    </message>
    <message>
      <source>Cropland upgraded</source>
      <translation>耕地提质改造</translation>
    </message>
    <message>
      <source>Cropland whose quality is raised by works. Its area in the land moved in is measured.</source>
      <translation>实施提质改造的耕地。量算其在调入土地中的面积。</translation>
    </message>
    <message>
      <source>Cropland, net [mu]</source>
      <translation>耕地净面积（亩）</translation>
    </message>
    <message>
      <source>Culture, tourism and wellness</source>
      <translation>文旅康养</translation>
    </message>
    <message>
      <source>Cut the other layers to the parcels</source>
      <translation>其他图层裁切到图斑范围</translation>
    </message>
    <message>
      <source>Cuts every parcel by permanent basic farmland, high-standard farmland, grain production zones and restorable land, and says of each piece which of them it lies in. So it shows basic farmland that is not yet high-standard, high-standard farmland outside basic farmland, how many layers lie on one another, and the share of basic farmland built to high standard, now and with a plan.

The pieces of a parcel add up to its area to 0.01 m². Features of a layer that overlap one another do not count twice. A layer that is not given is not known, never empty: what needs it stays NULL. Basic farmland not yet high-standard is suggested as A2. No input is changed.</source>
      <translation>用永久基本农田、高标准农田、粮食生产功能区和可恢复耕地切分每个图斑，说明各分块位于哪些图层内。由此得出尚未建成高标准农田的永久基本农田、永久基本农田以外的高标准农田、套合层数，以及现状和规划后永久基本农田中建成高标准农田的占比。

各分块之和等于图斑面积，精确到 0.01 平方米。同一图层的要素相互重叠处不重复计算。没有给出的图层是未知而不是空白：需要它的结果保持 NULL。尚未建成高标准农田的永久基本农田建议为 A2。不改动任何输入数据。</translation>
    </message>
    <message>
      <source>D · Urban</source>
      <translation>D · 城镇</translation>
    </message>
    <message>
      <source>DEM: settlements where it has no heights, so that their terrain is unknown: {count}.</source>
      <translation>DEM：没有高程数据、地形未知的农居点：{count} 个。</translation>
    </message>
    <message>
      <source>DEM: the raster cannot be opened. Choose a raster layer that loads in QGIS.</source>
      <translation>DEM：栅格无法打开。请选择能在 QGIS 中加载的栅格图层。</translation>
    </message>
    <message>
      <source>DEM: the raster “{layer}” cannot be read. Choose one that draws in QGIS.</source>
      <translation>DEM：栅格“{layer}”无法读取。请选择能在 QGIS 中正常显示的栅格。</translation>
    </message>
    <message>
      <source>DEM: the raster “{layer}” has no CRS. Set it in the layer's properties and run again.</source>
      <translation>DEM：栅格“{layer}”没有坐标参照系。请在图层属性中设置后重新运行。</translation>
    </message>
    <message>
      <source>DEM: the slope of forest and orchard is not known, so nothing can come in. Give a terrain model, or in SLOPE_FIELD a field with the slope in degrees.</source>
      <translation>DEM：林地、园地的坡度未知，因此没有可以调入的图斑。请给出数字高程模型，或在 SLOPE_FIELD 中给出以度为单位的坡度字段。</translation>
    </message>
    <message>
      <source>Decided base code does not fit</source>
      <translation>已定基期年代码不符</translation>
    </message>
    <message>
      <source>Decided by</source>
      <translation>决定者</translation>
    </message>
    <message>
      <source>Deciding on planned codes</source>
      <translation>判定规划代码</translation>
    </message>
    <message>
      <source>Definition</source>
      <translation>定义</translation>
    </message>
    <message>
      <source>Degrees</source>
      <translation>度数</translation>
    </message>
    <message>
      <source>Deliver a village plan</source>
      <translation>交付村庄规划</translation>
    </message>
    <message>
      <source>Delivery file</source>
      <translation>成果文件</translation>
    </message>
    <message>
      <source>Delivery folder</source>
      <translation>成果文件夹</translation>
    </message>
    <message>
      <source>Delivery of {plan}</source>
      <translation>{plan}成果</translation>
    </message>
    <message>
      <source>Densest canopy</source>
      <translation>郁闭度上限</translation>
    </message>
    <message>
      <source>Development boundary</source>
      <translation>城镇开发边界</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>变化量</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Discard all changes since the last save</source>
      <translation>放弃上次保存以来的全部修改</translation>
    </message>
    <message>
      <source>Discard changes</source>
      <translation>放弃修改</translation>
    </message>
    <message>
      <source>Disposal</source>
      <translation>处置建议</translation>
    </message>
    <message>
      <source>Disposition</source>
      <translation>处置方式</translation>
    </message>
    <message>
      <source>Disposition there</source>
      <translation>对方处置建议</translation>
    </message>
    <message>
      <source>Dispositions</source>
      <translation>处置建议</translation>
    </message>
    <message>
      <source>Dissolved: the parcels, shared edges removed. Outline: gaps up to the largest gap closed, within the village. Areas are those of the parcels either way.</source>
      <translation>融合：去掉图斑的公共边界。闭合轮廓：填补不超过最大间距的空隙，不超出本村范围。两种形状的面积均为图斑面积之和。</translation>
    </message>
    <message>
      <source>Dissolving blocks</source>
      <translation>正在融合区块</translation>
    </message>
    <message>
      <source>Dissolving parcels</source>
      <translation>正在融合图斑</translation>
    </message>
    <message>
      <source>Distance [m]</source>
      <translation>距离（米）</translation>
    </message>
    <message>
      <source>Distance from a hazard point, in metres, within which a settlement is a candidate for safety.</source>
      <translation>与灾害点的距离（米）不超过此值的农居点，为保障安全列为搬迁候选。</translation>
    </message>
    <message>
      <source>Distance measured by</source>
      <translation>距离量算方式</translation>
    </message>
    <message>
      <source>Distance to hazard [m]</source>
      <translation>距灾害的距离（米）</translation>
    </message>
    <message>
      <source>Distance to hazard points</source>
      <translation>灾害点距离</translation>
    </message>
    <message>
      <source>Distance to hazard points [m]</source>
      <translation>灾害点距离（米）</translation>
    </message>
    <message>
      <source>Distance to scenery [m]</source>
      <translation>距景点（米）</translation>
    </message>
    <message>
      <source>Distance to services [km]</source>
      <translation>至公共服务点的距离（千米）</translation>
    </message>
    <message>
      <source>Distance to the nearest service along the roads beyond which a settlement is remote.</source>
      <translation>沿道路至最近公共服务点的距离超过此值的农居点为偏远。</translation>
    </message>
    <message>
      <source>Distance to tourism [m]</source>
      <translation>距旅游设施（米）</translation>
    </message>
    <message>
      <source>Do not save yet</source>
      <translation>暂不保存</translation>
    </message>
    <message>
      <source>Double-click a line, or press Enter, to select its parcels and zoom to them</source>
      <translation>双击一行或按回车键，可选中其图斑并缩放到该处</translation>
    </message>
    <message>
      <source>Dwellings field</source>
      <translation>住宅数字段</translation>
    </message>
    <message>
      <source>E · Ecology</source>
      <translation>E · 生态修复</translation>
    </message>
    <message>
      <source>EXCLUDE: not given, so no other land is left out.</source>
      <translation>EXCLUDE：没有给出，不排除其他土地。</translation>
    </message>
    <message>
      <source>Ecological redline</source>
      <translation>生态保护红线</translation>
    </message>
    <message>
      <source>Ecological restoration</source>
      <translation>生态修复提升</translation>
    </message>
    <message>
      <source>Ecological restoration – {layer}</source>
      <translation>生态修复提升 – {layer}</translation>
    </message>
    <message>
      <source>Ecological restoration: {layer}</source>
      <translation>生态修复提升：{layer}</translation>
    </message>
    <message>
      <source>Effective mesh size [ha]</source>
      <translation>有效粒度面积 MESH（公顷）</translation>
    </message>
    <message>
      <source>Elevation field</source>
      <translation>高程字段</translation>
    </message>
    <message>
      <source>Elevation in metres, used without a terrain model. Empty: a field usually called so, such as 高程.</source>
      <translation>高程（米），没有地形模型时采用。留空：采用常用名称的字段，例如“高程”。</translation>
    </message>
    <message>
      <source>Empty: its place in the delivery stays empty.</source>
      <translation>留空：成果中相应图层为空。</translation>
    </message>
    <message>
      <source>Empty: no feature belongs into it.</source>
      <translation>空：没有符合条件的要素。</translation>
    </message>
    <message>
      <source>Empty: no layer was given as {parameters}.</source>
      <translation>空：没有指定 {parameters} 图层。</translation>
    </message>
    <message>
      <source>Empty: nothing this tool reads fills it.</source>
      <translation>空：本工具读取的数据中没有相应内容。</translation>
    </message>
    <message>
      <source>Empty: the 3-degree zone of the parcels on CGCS2000, their own where it is one.</source>
      <translation>留空：采用图斑所在的 CGCS2000 三度带；图斑本身已是三度带坐标的，保持不变。</translation>
    </message>
    <message>
      <source>Enter gives it to the selected parcels</source>
      <translation>按回车键写入所选图斑</translation>
    </message>
    <message>
      <source>Enterprise</source>
      <translation>企业</translation>
    </message>
    <message>
      <source>Enterprise ratings</source>
      <translation>企业亩均评价</translation>
    </message>
    <message>
      <source>Enterprise: {names}.</source>
      <translation>企业：{names}。</translation>
    </message>
    <message>
      <source>Enterprises</source>
      <translation>企业</translation>
    </message>
    <message>
      <source>Enterprises that lie on no industrial parcel: {count}.</source>
      <translation>不在任何工业图斑上的企业：{count} 家。</translation>
    </message>
    <message>
      <source>Enterprises whose key is no industrial parcel: {count} ({names}).</source>
      <translation>连接字段没有对应工业图斑的企业：{count} 家（{names}）。</translation>
    </message>
    <message>
      <source>Enterprises with rating and tax: a table joined by a key, or points or polygons joined by where they lie.</source>
      <translation>带有评价等级和税收的企业：可以是按字段连接的表格，也可以是按位置连接的点或面。</translation>
    </message>
    <message>
      <source>Entropy</source>
      <translation>熵权法</translation>
    </message>
    <message>
      <source>Equal quota freed [mu]</source>
      <translation>腾出等量指标（亩）</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>错误数</translation>
    </message>
    <message>
      <source>Errors: {errors}, warnings: {warnings}, notices: {notes}; features checked: {features}.</source>
      <translation>错误 {errors} 个，警告 {warnings} 个，提示 {notes} 个；共检查要素 {features} 个。</translation>
    </message>
    <message>
      <source>Every field of the layers that hold features has a value somewhere.</source>
      <translation>有要素的图层，各字段均有值。</translation>
    </message>
    <message>
      <source>Every industrial parcel with its area outside, evidence, score, disposal and reasons.</source>
      <translation>全部工业图斑，带边界外面积、判定依据、综合得分、处置建议和判定理由。</translation>
    </message>
    <message>
      <source>Every parcel of built land inside the boundary with its evidence, result and reasons.</source>
      <translation>边界内每宗建成用地及其依据、判定结果和理由。</translation>
    </message>
    <message>
      <source>Every parcel that changes with its code now and after, gain, slope, net cropland and reasons.</source>
      <translation>全部变化图斑及其置换前后地类代码、收益、坡度、耕地净面积和理由。</translation>
    </message>
    <message>
      <source>Every parcel with its area in each layer and in none, one, two, three and four of them.</source>
      <translation>全部图斑，附位于各图层内的面积，以及不在任何图层、位于一至四个图层内的面积。</translation>
    </message>
    <message>
      <source>Every piece of every parcel with the layers it lies in, its area, what is suggested, and why.</source>
      <translation>每个图斑的全部分块，附所在图层、面积、建议和理由。</translation>
    </message>
    <message>
      <source>Every restorable parcel with its tier, rank, mu up to it, new block class and reasons.</source>
      <translation>全部可恢复图斑及其梯次、序号、累计面积、区块恢复后的规模等级和判定理由。</translation>
    </message>
    <message>
      <source>Every settlement with its measures, points, score, disposition, rank and reasons.</source>
      <translation>全部农居点，含各项数值、指标得分、综合得分、处置建议、排名和判定理由。</translation>
    </message>
    <message>
      <source>Every settlement with what is known of it, its sub-type, and reasons.</source>
      <translation>每个农居点及其已知情况、子类和理由。</translation>
    </message>
    <message>
      <source>Everything is there</source>
      <translation>所需图层齐全</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>判定依据</translation>
    </message>
    <message>
      <source>Evidence against</source>
      <translation>不利依据</translation>
    </message>
    <message>
      <source>Evidence is taken from the fields: {fields}.</source>
      <translation>判定依据取自字段：{fields}。</translation>
    </message>
    <message>
      <source>Evidence known</source>
      <translation>已知依据数</translation>
    </message>
    <message>
      <source>Exact up to [candidates]</source>
      <translation>精确求解上限（候选数）</translation>
    </message>
    <message>
      <source>Excel workbooks (*.xlsx)</source>
      <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
      <source>Existing facilities</source>
      <translation>现状设施</translation>
    </message>
    <message>
      <source>Export a village plan</source>
      <translation>导出村庄规划成果</translation>
    </message>
    <message>
      <source>FACTS: rows of villages that no parcel lies in, not used: {villages}.</source>
      <translation>FACTS：以下村没有图斑，未使用：{villages}。</translation>
    </message>
    <message>
      <source>FACTS: the table has no field with people that could be found. Choose it; until then they are unknown.</source>
      <translation>FACTS：表中没有找到人口字段。请选择该字段，否则人口未知。</translation>
    </message>
    <message>
      <source>FACTS_VILLAGE_FIELD: choose the field with the code or name of the village.</source>
      <translation>FACTS_VILLAGE_FIELD：请选择村代码或村名所在的字段。</translation>
    </message>
    <message>
      <source>FOLDER: another run is writing {path}. Wait until it has ended.</source>
      <translation>FOLDER：另一次运行正在写入 {path}。请等待其结束。</translation>
    </message>
    <message>
      <source>FOLDER: choose the folder that the delivery is put into.</source>
      <translation>FOLDER：请选择存放成果的文件夹。</translation>
    </message>
    <message>
      <source>FOLDER: the delivery cannot be written to {path} ({reason}). Free some space, close the programs that use its files, or choose another folder; what was there before is as it was.</source>
      <translation>FOLDER：成果无法写入 {path}（{reason}）。请释放空间、关闭正在使用其中文件的程序，或另选文件夹；原有内容没有改动。</translation>
    </message>
    <message>
      <source>FOLDER: the delivery {path} is there already. Turn on OVERWRITE to replace it, or choose another folder.</source>
      <translation>FOLDER：成果 {path} 已存在。请勾选 OVERWRITE 以替换，或另选文件夹。</translation>
    </message>
    <message>
      <source>FOLDER: {path} cannot be made ({reason}). Choose another folder.</source>
      <translation>FOLDER：无法创建 {path}（{reason}）。请另选文件夹。</translation>
    </message>
    <message>
      <source>FOLDER: {path} cannot be written. Choose a folder that you may write to.</source>
      <translation>FOLDER：无法写入 {path}。请选择有写入权限的文件夹。</translation>
    </message>
    <message>
      <source>FOLDER: {path} is there already and is no delivery of this tool. Choose another folder, or move it away.</source>
      <translation>FOLDER：{path} 已存在，且不是本工具输出的成果。请另选文件夹，或将其移走。</translation>
    </message>
    <message>
      <source>FOREST_SLOPE: forest up to {forest}° cannot replace cropland from {farm}° on. Give a slope above 0° and below FARM_SLOPE.</source>
      <translation>FOREST_SLOPE：坡度不大于 {forest}° 的林地不能置换 {farm}° 及以上的耕地。请填写大于 0°、小于 FARM_SLOPE 的坡度。</translation>
    </message>
    <message>
      <source>FORMAT: this QGIS cannot write {format} (its GDAL is {version}, and 3.6 can). Choose GeoPackage, or update QGIS.</source>
      <translation>FORMAT：当前 QGIS 不能写出 {format}（GDAL 为 {version}，需要 3.6）。请选择 GeoPackage，或升级 QGIS。</translation>
    </message>
    <message>
      <source>FORMAT: {layer} needs {size} GB, and a file of a shapefile holds 2. Choose GeoPackage or the file geodatabase.</source>
      <translation>FORMAT：{layer} 需要 {size} GB，而 Shapefile 的单个文件最大 2 GB。请选择 GeoPackage 或文件地理数据库。</translation>
    </message>
    <message>
      <source>Fall of slope [°]</source>
      <translation>坡度降低（度）</translation>
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
      <source>Farmland block beside</source>
      <translation>相邻连片区块</translation>
    </message>
    <message>
      <source>Farmland block beside [mu]</source>
      <translation>相邻连片区块面积（亩）</translation>
    </message>
    <message>
      <source>Farmland block it touches</source>
      <translation>相接的耕地区块</translation>
    </message>
    <message>
      <source>Farmland blocks</source>
      <translation>耕地连片区块</translation>
    </message>
    <message>
      <source>Farmland blocks are not known.</source>
      <translation>耕地连片区块未知。</translation>
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
      <source>Farthest from what leaves</source>
      <translation>与调出地块的最大距离</translation>
    </message>
    <message>
      <source>Farthest from what leaves [m]</source>
      <translation>与调出地块的最大距离（米）</translation>
    </message>
    <message>
      <source>Faults</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Faults by rule</source>
      <translation>按规则统计</translation>
    </message>
    <message>
      <source>Faults by rule, the first of them, what was not checked, and the parameters as a page to read or print.</source>
      <translation>按规则统计的问题、问题明细（前若干条）、未检查的规则和参数，可阅读或打印。</translation>
    </message>
    <message>
      <source>Faults of the delivery: {count}.</source>
      <translation>成果问题：{count} 个。</translation>
    </message>
    <message>
      <source>Feature</source>
      <translation>要素</translation>
    </message>
    <message>
      <source>Feature in the input</source>
      <translation>输入图层中的要素</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>要素数</translation>
    </message>
    <message>
      <source>Features checked</source>
      <translation>检查的要素数</translation>
    </message>
    <message>
      <source>Features with codes that the chosen code system does not have: {count} ({codes}).</source>
      <translation>编码不在所选编码体系中的要素：{count} 个（{codes}）。</translation>
    </message>
    <message>
      <source>Features without a land code in {field}, so of no class: {count}.</source>
      <translation>字段 {field} 中没有地类编码、不归入任何地类的要素：{count} 个。</translation>
    </message>
    <message>
      <source>Features written</source>
      <translation>写出的要素数</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Field concerned</source>
      <translation>涉及字段</translation>
    </message>
    <message>
      <source>Field of base codes</source>
      <translation>基期年代码字段</translation>
    </message>
    <message>
      <source>Field of kinds</source>
      <translation>类型字段</translation>
    </message>
    <message>
      <source>Field of planned codes</source>
      <translation>规划代码字段</translation>
    </message>
    <message>
      <source>Field of the planned use</source>
      <translation>规划用途字段</translation>
    </message>
    <message>
      <source>Field ridges ({ha} ha in the base year) are counted as field ridges, not as cropland.</source>
      <translation>田坎（基期年 {ha} 公顷）计入田坎，不计入耕地。</translation>
    </message>
    <message>
      <source>Field that says what is restorable</source>
      <translation>恢复属性字段</translation>
    </message>
    <message>
      <source>Field with decided base codes</source>
      <translation>已定基期年代码字段</translation>
    </message>
    <message>
      <source>Field with the share of ridges</source>
      <translation>田坎系数字段</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Fields added</source>
      <translation>新增字段数</translation>
    </message>
    <message>
      <source>Fields to add up</source>
      <translation>求和字段</translation>
    </message>
    <message>
      <source>Fields with personal data are left out of the result: {names}.</source>
      <translation>结果中已去除含个人信息的字段：{names}。</translation>
    </message>
    <message>
      <source>Fields without any value</source>
      <translation>全部为空的字段</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>统计项</translation>
    </message>
    <message>
      <source>Figures of {sum} in units of {unit} cannot be rounded to {whole}. Give their sum, rounded.</source>
      <translation>合计为 {sum}、单位为 {unit} 的数值无法取整为 {whole}。请给出合计取整后的数值。</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File geodatabase</source>
      <translation>文件地理数据库</translation>
    </message>
    <message>
      <source>Filling in the form</source>
      <translation>正在填表</translation>
    </message>
    <message>
      <source>Fills in the national review form from the permanent basic farmland moved out and in.</source>
      <translation>由调出、调入的永久基本农田填写国家审查表。</translation>
    </message>
    <message>
      <source>Fills in the table of the 13 indicators: construction land of five kinds, village construction land per person, redline, permanent basic farmland, cropland, forest, wetland, natural coastline, and heritage.

Indicators of land come from the base-year and planned codes and agree with the structure adjustment table in the Zhejiang form to 0.01 ha. Redline and permanent basic farmland are measured inside the parcels of each village. The plan keeps them, unless another layer of planned basic farmland is given. People, coastline and heritage are facts that you give.

What is not known stays empty and is said so; it is never zero. The input is never changed.</source>
      <translation>填写 13 项指标的表：五项建设用地、人均村庄建设用地、生态保护红线、永久基本农田、耕地、林地、湿地、自然海岸线和遗产。

用地指标由基期年代码和规划代码得出，与浙江结构调整表一致，精确到 0.01 公顷。红线和永久基本农田按其位于各村图斑范围内的面积量算，规划保持不变，除非另给出规划的永久基本农田。人口、海岸线和遗产由您提供。

未知的留空并注明，绝不写成零。不修改输入图层。</translation>
    </message>
    <message>
      <source>Find my layers</source>
      <translation>自动识别图层</translation>
    </message>
    <message>
      <source>Finding clusters</source>
      <translation>正在识别成组工业用地</translation>
    </message>
    <message>
      <source>Finding contiguous parcels</source>
      <translation>正在识别连片图斑</translation>
    </message>
    <message>
      <source>Finding farmland blocks</source>
      <translation>正在查找相邻连片耕地</translation>
    </message>
    <message>
      <source>Finding heritage sites</source>
      <translation>正在查找文保点</translation>
    </message>
    <message>
      <source>Finding protected sites</source>
      <translation>正在查找保护对象</translation>
    </message>
    <message>
      <source>Finding the contiguous cropland</source>
      <translation>正在统计集中连片耕地</translation>
    </message>
    <message>
      <source>Finding villages</source>
      <translation>正在判断所在村</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Findings: {count}, of which errors: {errors}. Checks that were not made: {unchecked}.</source>
      <translation>问题 {count} 个，其中错误 {errors} 个；未检查 {unchecked} 项。</translation>
    </message>
    <message>
      <source>Findings: {count}.</source>
      <translation>问题：{count} 个。</translation>
    </message>
    <message>
      <source>Finds historic, high and living, touristic and scenic villages, and where others want them.</source>
      <translation>找出历史文化村落、有人气的高海拔村落、文旅村落和景区村落，并列出与搬迁建议的争议。</translation>
    </message>
    <message>
      <source>Finds industrial parcels outside the development boundary, and what could become of each.</source>
      <translation>找出城镇开发边界外的工业图斑，并逐宗给出处置建议。</translation>
    </message>
    <message>
      <source>Finds run-down built land inside the development boundary and groups it for redevelopment.</source>
      <translation>找出开发边界内的低效建成用地，并组成再开发片区。</translation>
    </message>
    <message>
      <source>Finds tags that the redline, basic farmland or the boundary forbid, and others to look at.</source>
      <translation>找出与生态保护红线、永久基本农田或城镇开发边界相冲突的标注，以及其他需要核实的标注。</translation>
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
      <source>Finds the industrial parcels of which half or more lies outside the urban development boundary, measures exactly how much does, gathers the evidence of inefficiency that is there, and suggests what should become of each: clear and reclaim, move to a park, upgrade, keep, or convert.

Evidence is used only where it is known: the rating A to D, tax per mu against the county's mean, floor-area ratio and coverage from real buildings, size, pollution, conflicts with redline, basic farmland and water sources, and large farmland blocks beside. A parcel without a rating, in no conflict and not stray, is left to a person.

A stray plant is a small cluster, not a small parcel: industrial parcels within 50 m count together. All thresholds are judgements; those used are written into every result. No input is changed.</source>
      <translation>找出有一半及以上位于城镇开发边界外的工业图斑，精确量算其边界外面积，汇集已有的低效判定依据，并逐宗给出处置建议：清退复垦、入园集聚、提升改造、保留或转型利用。

只采用已知的依据：亩均评价等级（A 至 D）、亩均税收与全县平均值之比、按实际建筑物量算的容积率和建筑密度、规模、污染、与生态保护红线、永久基本农田和水源保护区的冲突，以及相邻的大片耕地。没有评级、没有冲突、也不属于零星的图斑，由人工研判。

零星看的是成组后的规模，不是单个图斑的大小：相距 50 米以内的工业图斑合并计算。各项阈值均为经验取值，所用阈值写入每个结果。输入图层不会被修改。</translation>
    </message>
    <message>
      <source>Finds what can be restored by a table of rules: mines, redline, waters, trees, links.</source>
      <translation>按规则表查找可修复的矿山、红线内用地、水岸、农田林网和林地廊道。</translation>
    </message>
    <message>
      <source>First candidates</source>
      <translation>排名靠前的候选</translation>
    </message>
    <message>
      <source>First parcels</source>
      <translation>排序靠前的图斑</translation>
    </message>
    <message>
      <source>Fixed</source>
      <translation>已改正</translation>
    </message>
    <message>
      <source>Floor-area ratio</source>
      <translation>容积率</translation>
    </message>
    <message>
      <source>Floor-area ratio as recorded, used where no buildings are given.</source>
      <translation>登记的容积率，没有给出建筑物时采用。</translation>
    </message>
    <message>
      <source>Floor-area ratio below which it is low.</source>
      <translation>容积率低于此值为偏低。</translation>
    </message>
    <message>
      <source>Floor-area ratio field</source>
      <translation>容积率字段</translation>
    </message>
    <message>
      <source>Floor-area ratio {value}, below {limit}.</source>
      <translation>容积率 {value}，低于 {limit}。</translation>
    </message>
    <message>
      <source>Floors field</source>
      <translation>层数字段</translation>
    </message>
    <message>
      <source>Folder for deliveries</source>
      <translation>成果文件夹</translation>
    </message>
    <message>
      <source>Folder for the sample township</source>
      <translation>存放示例乡镇的文件夹</translation>
    </message>
    <message>
      <source>Forest and orchard farther than this from every parcel that could leave never comes in, so that new cropland lies near what it replaces. Empty: no limit.</source>
      <translation>与所有可调出地块的距离都大于此数的林地、园地不予调入，使新增耕地就近补充。不填：不限。</translation>
    </message>
    <message>
      <source>Forest and orchard parcels whose slope is not known, never suggested to come in: {count}.</source>
      <translation>坡度未知的林地、园地图斑，不建议调入：{count} 块。</translation>
    </message>
    <message>
      <source>Forest and orchard that could come in</source>
      <translation>可调入的林地、园地（块）</translation>
    </message>
    <message>
      <source>Forest or orchard that becomes cropland</source>
      <translation>调入：林地、园地改为耕地</translation>
    </message>
    <message>
      <source>Forest with a denser canopy never comes in.</source>
      <translation>郁闭度高于此数的林地不予调入。</translation>
    </message>
    <message>
      <source>Forest-cropland swap</source>
      <translation>林耕置换</translation>
    </message>
    <message>
      <source>Forest-cropland swap – {layer}</source>
      <translation>林耕置换 – {layer}</translation>
    </message>
    <message>
      <source>Forest-cropland swap: {layer}</source>
      <translation>林耕置换：{layer}</translation>
    </message>
    <message>
      <source>Forget them</source>
      <translation>删除记录</translation>
    </message>
    <message>
      <source>Form</source>
      <translation>表式</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <source>From 0 to 1</source>
      <translation>取值规则（0–1）</translation>
    </message>
    <message>
      <source>From a field</source>
      <translation>取自字段</translation>
    </message>
    <message>
      <source>From tagged parcels to the checked delivery of one village, with its tables.</source>
      <translation>从带标注的图斑到一个村经过质检的成果及其表格。</translation>
    </message>
    <message>
      <source>Further layers</source>
      <translation>其他图层</translation>
    </message>
    <message>
      <source>Gain [m²]</source>
      <translation>收益（平方米）</translation>
    </message>
    <message>
      <source>Gain of what comes in = net area × ({contiguity} × contact + {slope} × (mean slope − slope) / {limit}); of what leaves = net area × ({contiguity} × (1 − contact) + {slope} × (slope − mean slope) / {limit}). Contact is the share of a parcel's edge that lies beside blocks of {mu} mu or more.</source>
      <translation>调入收益 = 净面积 ×（{contiguity} × 邻接度 + {slope} ×（平均坡度 − 坡度）/ {limit}）；调出收益 = 净面积 ×（{contiguity} ×（1 − 邻接度）+ {slope} ×（坡度 − 平均坡度）/ {limit}）。邻接度为图斑边界中紧邻 {mu} 亩及以上连片耕地的长度占比。</translation>
    </message>
    <message>
      <source>Gain {gain} m².</source>
      <translation>收益 {gain} 平方米。</translation>
    </message>
    <message>
      <source>Gap [m]</source>
      <translation>间距（米）</translation>
    </message>
    <message>
      <source>Gap to farmland blocks</source>
      <translation>与连片区块的间距</translation>
    </message>
    <message>
      <source>Gap to farmland blocks [m]</source>
      <translation>与连片区块的间距（米）</translation>
    </message>
    <message>
      <source>Gap to the bound</source>
      <translation>与上界的差距</translation>
    </message>
    <message>
      <source>Gap within an area</source>
      <translation>片区内间距</translation>
    </message>
    <message>
      <source>Gap within an area [m]</source>
      <translation>片区内间距（米）</translation>
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
      <source>Gate</source>
      <translation>约束</translation>
    </message>
    <message>
      <source>Gentle forest and orchard</source>
      <translation>缓坡林地、园地</translation>
    </message>
    <message>
      <source>Gentle forest up to [°]</source>
      <translation>缓坡林地坡度上限（度）</translation>
    </message>
    <message>
      <source>Gentle up to slope grade</source>
      <translation>缓坡上限（坡度级别）</translation>
    </message>
    <message>
      <source>GeoPackage</source>
      <translation>GeoPackage</translation>
    </message>
    <message>
      <source>GeoPackage files (*.gpkg)</source>
      <translation>GeoPackage 文件 (*.gpkg)</translation>
    </message>
    <message>
      <source>Geometry</source>
      <translation>几何类型</translation>
    </message>
    <message>
      <source>Give these parcels a code.</source>
      <translation>请为这些图斑填写代码。</translation>
    </message>
    <message>
      <source>Give this combination to the selected parcels</source>
      <translation>将此组合写入所选图斑</translation>
    </message>
    <message>
      <source>Given the sub-type</source>
      <translation>给出子类</translation>
    </message>
    <message>
      <source>Given weights</source>
      <translation>给定权重</translation>
    </message>
    <message>
      <source>Gives each parcel its land use code of 2023 in the base year, and its planned code.</source>
      <translation>给出每个图斑基期年的用地用海代码（2023 版）和规划代码。</translation>
    </message>
    <message>
      <source>Gives every parcel two land use codes of 2023 (用地用海): the one of the base year, from the survey class or the code of the 2020 trial version, and the planned one.

Some survey classes can become several codes. They take the default, and the field review lists the codes to choose from.

The planned code is the planned use (zz_plan) where a person set it. Else a rule table says what the tag turns the land into: a cleared homestead or factory becomes cropland, or forest inside the redline or above 25°; restored cropland; swapped forest. What is not tagged stays as it is. The table is a data file, its uses and limits are judgements, and you can give your own.

No rule changes permanent basic farmland and none plans construction inside the redline: such a change is withheld and listed. A table names all that needs a person. The input is never changed.</source>
      <translation>给每个图斑两个 2023 版用地用海代码：由国土调查地类或 2020 试行版代码转换的基期年代码，以及规划代码。

部分调查地类可对应多个代码，此时取默认值，并在 review 字段列出可选代码。

人工填写了规划用途（zz_plan）的，以其为规划代码；否则按规则表由标注得出：腾退的宅基地、厂房复垦为耕地，红线内或坡度大于 25° 的还林；恢复耕地；林耕置换。未标注的用途不变。规则表是数据文件，其中的用途和界限为经验取值，可以换成自己的。

规则不改变永久基本农田，也不在红线内安排建设用地：此类变化不予采用，列入清单。须由人决定的事项全部列表。输入图层不会被修改。</translation>
    </message>
    <message>
      <source>Gives {mu} mu of cropland net of {share} % for field ridges.</source>
      <translation>扣除 {share} % 田坎后可得耕地 {mu} 亩。</translation>
    </message>
    <message>
      <source>Giving reasons</source>
      <translation>正在写明理由</translation>
    </message>
    <message>
      <source>Goes through a table of rules and finds what can be restored: abandoned mines, construction land inside the ecological redline (back to forest, with the equal quota it frees), cropland in river channels, degraded margins of rivers and ponds, gaps in shelterbelts along roads and canals between large blocks, and gaps between forests, joined by the cheapest links.

A parcel gets the sub-type of the first rule that fits; the others are named beside it. Shelterbelts and links are lines with the strips of land they need.

The rules are a data file with judgements: you can add your own, change or leave out the shipped ones. A rule whose layer or field is missing is silent, and the log, the summary and the report say so: silent is not “none found”. All results are candidates to check on the ground. No input is changed.</source>
      <translation>按规则表查找可修复的内容：废弃矿山，生态保护红线内的建设用地（复垦还林，并给出可腾出的等量指标），河道耕地，退化的河湖和坑塘岸线，大片耕地之间道路和沟渠旁的农田林网缺口，以及林地之间的廊道缺口（以最低成本路径连接）。

图斑的子类由最先符合的规则给出，其余规则一并列出。林网和廊道为线，另附所需土地的条带。

规则是数据文件，其中的数值为经验判断：可以增加自己的规则，也可以修改或去掉自带规则。缺少图层或字段的规则不查找，日志、汇总表和报告均有说明：未查找不等于没有。全部成果均为候选，需现场核实。不修改任何输入。</translation>
    </message>
    <message>
      <source>Going back to forest inside the redline frees {amount} mu of quota.</source>
      <translation>红线内还林可腾出指标 {amount} 亩。</translation>
    </message>
    <message>
      <source>Going through the rules</source>
      <translation>逐条应用规则</translation>
    </message>
    <message>
      <source>Grade 1 is the best: fewer is better.</source>
      <translation>1 等最好，等别数值越小越好。</translation>
    </message>
    <message>
      <source>Grain production functional zones.</source>
      <translation>粮食生产功能区。</translation>
    </message>
    <message>
      <source>Grain production zone</source>
      <translation>粮食生产功能区</translation>
    </message>
    <message>
      <source>Grain production zone [m²]</source>
      <translation>粮食生产功能区（平方米）</translation>
    </message>
    <message>
      <source>Grain production zones</source>
      <translation>粮食生产功能区</translation>
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
      <source>Group</source>
      <translation>分组</translation>
    </message>
    <message>
      <source>Group by</source>
      <translation>分组</translation>
    </message>
    <message>
      <source>Group field</source>
      <translation>分组字段</translation>
    </message>
    <message>
      <source>Grouping candidates</source>
      <translation>正在划分片区</translation>
    </message>
    <message>
      <source>Grouping homesteads</source>
      <translation>正在聚合宅基地</translation>
    </message>
    <message>
      <source>Groups farmland parcels into contiguous blocks and classes them by net area in mu.</source>
      <translation>将耕地图斑归并为集中连片区块，并按净面积（亩）分级。</translation>
    </message>
    <message>
      <source>Groups homestead parcels into settlements, the units that village relocation looks at.</source>
      <translation>将宅基地图斑聚合为农居点，作为村庄搬迁分析的单元。</translation>
    </message>
    <message>
      <source>Groups homestead parcels into settlements: parcels belong together when the gap between them, edge to edge, is no wider than the largest gap bridged (50 m by default, a judgement).

Give village polygons, and no settlement crosses from one village to another: each parcel belongs to the village that holds the largest part of it, and the settlement carries the village's name and code. Parcels are never cut.

Areas are those of the parcels, official ellipsoidal areas on CGCS2000 unless another method is chosen. The input is never changed. The result is what “Village relocation candidates” asks for.</source>
      <translation>将宅基地图斑聚合为农居点：图斑边到边的间距不超过最大间距（默认 50 米，为经验取值），即属于同一个农居点。

给出村界图层后，农居点不跨村：每个图斑归入其面积占比最大的村，农居点带有村名和村代码。图斑不会被切割。

面积为图斑面积之和，默认采用 CGCS2000 椭球面积（国土调查法定计算方法），也可改用其他方式。输入图层不会被修改。结果可直接用于“村庄搬迁候选”。</translation>
    </message>
    <message>
      <source>HERITAGE: sites outside all parcels, not counted: {count}.</source>
      <translation>HERITAGE：位于全部图斑之外、未计入的遗产：{count} 处。</translation>
    </message>
    <message>
      <source>HIGH_STANDARD: not known, so no parcel can come into tiers 1 and 2.</source>
      <translation>HIGH_STANDARD：未知，没有图斑能列入第 1、2 梯次。</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
      <source>Hazard</source>
      <translation>灾害</translation>
    </message>
    <message>
      <source>Hazard distance</source>
      <translation>灾害点避让距离</translation>
    </message>
    <message>
      <source>Hazard distance [m]</source>
      <translation>灾害点避让距离（米）</translation>
    </message>
    <message>
      <source>Hazard extents</source>
      <translation>灾害影响范围</translation>
    </message>
    <message>
      <source>Hazard points</source>
      <translation>灾害点</translation>
    </message>
    <message>
      <source>Hazard, 0–1</source>
      <translation>灾害（0–1）</translation>
    </message>
    <message>
      <source>Hazard, points</source>
      <translation>灾害（得分）</translation>
    </message>
    <message>
      <source>Hazards</source>
      <translation>灾害隐患</translation>
    </message>
    <message>
      <source>Hazards of any kind: extents on the parcel count, points and lines within the distance given too.</source>
      <translation>各类灾害隐患：与图斑重叠的影响范围计入，所设距离以内的点和线也计入。</translation>
    </message>
    <message>
      <source>Hectares are rounded to 0.01 by largest remainder: the grand total first, then the villages, then the rows of each village; a row that does not change gets the same figure before and after. Subtotals and the total of all villages are sums of rounded figures. Shares are rounded to 0.01 % from the hectares shown, likewise by largest remainder.</source>
      <translation>公顷数按最大余数法取到 0.01：先取总计，再取各村合计，然后取每村各行；基期年与规划面积相同的行取整结果也相同。小计和全部村的数值为取整后数值之和。比重按所列公顷数计算，同样取到 0.01%。</translation>
    </message>
    <message>
      <source>Hectares of land agree with the structure adjustment table in the Zhejiang form. Village construction land leaves out what that form counts as urban; public utilities leave out hydraulic works.</source>
      <translation>用地公顷数与浙江结构调整表一致。村庄建设用地不含该表列为城镇的用地，公用设施用地不含水工设施用地。</translation>
    </message>
    <message>
      <source>Height or remoteness alone is no ground to move a village: a person decides.</source>
      <translation>仅因海拔高或位置偏远，不足以作为搬迁理由，由人工研判。</translation>
    </message>
    <message>
      <source>Heights in metres, in any CRS. Elevation and slope are means over each settlement.</source>
      <translation>高程以米为单位，坐标参照系不限。高程和坡度取各农居点范围内的平均值。</translation>
    </message>
    <message>
      <source>Heights in metres, in any CRS. Slope is the mean over each parcel.</source>
      <translation>高程以米计，坐标参照系不限。坡度取各图斑的平均值。</translation>
    </message>
    <message>
      <source>Heights in metres, in any CRS. Slopes are means over each parcel. Needed unless a slope field is given.</source>
      <translation>以米为单位的高程，坐标系不限。坡度取各图斑平均值。没有坡度字段时必填。</translation>
    </message>
    <message>
      <source>Heights in metres. Links between forests then avoid steep land. Empty: the land counts as flat.</source>
      <translation>高程，单位米。给出后，林地间的连接会避开陡坡；不给出则按平地计算。</translation>
    </message>
    <message>
      <source>Heights in metres. The mean slope is measured of parcels whose slope field is empty.</source>
      <translation>高程，单位米。坡度字段为空的图斑按 DEM 计算平均坡度。</translation>
    </message>
    <message>
      <source>Heights in metres. The mean slope is measured of tagged parcels whose slope field is empty.</source>
      <translation>高程，单位米。坡度字段为空的已标注图斑，由此量算平均坡度。</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <source>Here</source>
      <translation>本工具</translation>
    </message>
    <message>
      <source>Heritage and tourism sites</source>
      <translation>工业遗产和文旅资源点</translation>
    </message>
    <message>
      <source>Heritage or tourism site</source>
      <translation>属于工业遗产或文旅资源点</translation>
    </message>
    <message>
      <source>Heritage site</source>
      <translation>文保点</translation>
    </message>
    <message>
      <source>Heritage sites</source>
      <translation>文保点</translation>
    </message>
    <message>
      <source>High (from {elevation} m) or remote, with no other ground: no disposition.</source>
      <translation>海拔高（{elevation} 米及以上）或位置偏远，而没有其他搬迁理由：不给出处置建议。</translation>
    </message>
    <message>
      <source>High from [m]</source>
      <translation>高海拔下限（米）</translation>
    </message>
    <message>
      <source>High places left to a person</source>
      <translation>留待人工研判的高海拔农居点</translation>
    </message>
    <message>
      <source>High vacancy from</source>
      <translation>空置率偏高下限</translation>
    </message>
    <message>
      <source>High, whether alive is unknown</source>
      <translation>高海拔，人气未知</translation>
    </message>
    <message>
      <source>High-altitude village, alive</source>
      <translation>有人气的高海拔村落</translation>
    </message>
    <message>
      <source>High-standard</source>
      <translation>已建成</translation>
    </message>
    <message>
      <source>High-standard [mu]</source>
      <translation>高标准农田（亩）</translation>
    </message>
    <message>
      <source>High-standard farmland</source>
      <translation>高标准农田</translation>
    </message>
    <message>
      <source>High-standard farmland [mu]</source>
      <translation>高标准农田（亩）</translation>
    </message>
    <message>
      <source>High-standard farmland [m²]</source>
      <translation>高标准农田（平方米）</translation>
    </message>
    <message>
      <source>High-standard farmland outside basic farmland</source>
      <translation>永久基本农田以外的高标准农田</translation>
    </message>
    <message>
      <source>High-standard farmland outside basic farmland [mu]</source>
      <translation>永久基本农田以外的高标准农田（亩）</translation>
    </message>
    <message>
      <source>High-standard farmland outside basic farmland.</source>
      <translation>永久基本农田以外的高标准农田。</translation>
    </message>
    <message>
      <source>High-standard farmland that has been built.</source>
      <translation>已建成的高标准农田。</translation>
    </message>
    <message>
      <source>High-standard farmland to be built, for the share after the plan. Draw only what is new, or all of it: what is built already changes nothing.</source>
      <translation>拟建设的高标准农田，用于计算规划后的占比。只画新建部分或全部画出均可，已建成的部分不影响结果。</translation>
    </message>
    <message>
      <source>High-standard farmland zones. Without them no parcel can come into tiers 1 and 2.</source>
      <translation>高标准农田范围。没有时，没有图斑能列入第 1、2 梯次。</translation>
    </message>
    <message>
      <source>High-standard farmland. Its area in the land moved out and in is measured.</source>
      <translation>高标准农田。量算其在调出、调入土地中的面积。</translation>
    </message>
    <message>
      <source>High-standard outside [mu]</source>
      <translation>永农外高标准农田（亩）</translation>
    </message>
    <message>
      <source>High-standard outside basic farmland [m²]</source>
      <translation>永久基本农田以外的高标准农田（平方米）</translation>
    </message>
    <message>
      <source>High-standard share of planned cropland</source>
      <translation>高标准农田占规划耕地比例</translation>
    </message>
    <message>
      <source>High-standard share of planned cropland [%]</source>
      <translation>高标准农田占规划耕地比例（%）</translation>
    </message>
    <message>
      <source>High-standard, outside basic farmland</source>
      <translation>高标准农田，在永久基本农田以外</translation>
    </message>
    <message>
      <source>Hint</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Historic</source>
      <translation>历史文化</translation>
    </message>
    <message>
      <source>Historic district, protect</source>
      <translation>历史文化街区保护</translation>
    </message>
    <message>
      <source>Historic districts and sites</source>
      <translation>历史文化街区和文保点</translation>
    </message>
    <message>
      <source>Historic districts, protected [mu]</source>
      <translation>历史文化保护范围（亩）</translation>
    </message>
    <message>
      <source>Historic districts, protected buildings and industrial heritage. What stands there is protected and never redeveloped.</source>
      <translation>历史文化街区、保护建筑和工业遗产。其范围内的用地一律保护，不作再开发。</translation>
    </message>
    <message>
      <source>Historic protection</source>
      <translation>历史文化保护范围</translation>
    </message>
    <message>
      <source>Historic village</source>
      <translation>历史文化古村落</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>是否满足</translation>
    </message>
    <message>
      <source>Hollow: {value} % of the dwellings are vacant ({limit} % or more).</source>
      <translation>空心村：住宅空置率 {value}%（不低于 {limit}%）。</translation>
    </message>
    <message>
      <source>Homestead expression</source>
      <translation>宅基地筛选表达式</translation>
    </message>
    <message>
      <source>Homesteads</source>
      <translation>宅基地</translation>
    </message>
    <message>
      <source>Homesteads in all [mu]</source>
      <translation>宅基地合计（亩）</translation>
    </message>
    <message>
      <source>Homesteads that reach into a second village: {count}. Each counts for the village that holds the largest part of it.</source>
      <translation>跨村的宅基地：{count} 个，分别归入其面积占比最大的村。</translation>
    </message>
    <message>
      <source>Households</source>
      <translation>户数</translation>
    </message>
    <message>
      <source>Households field</source>
      <translation>户数字段</translation>
    </message>
    <message>
      <source>Households in settlements to merge</source>
      <translation>建议撤并的农居点户数</translation>
    </message>
    <message>
      <source>Households unknown in</source>
      <translation>户数未知的农居点</translation>
    </message>
    <message>
      <source>How areas are found. Official: the survey's ellipsoidal formula on CGCS2000, less field ridges (KCXS) for cropland. From a field: as recorded, TBDLMJ when no field is chosen. Planar: on the map plane, less field ridges likewise.</source>
      <translation>面积的取得方式。椭球面积：按国土调查的椭球面积公式在 CGCS2000 上计算，耕地扣除田坎（KCXS）。取自字段：按登记值，未选字段时用 TBDLMJ。平面面积：在投影平面上计算，同样扣除田坎。</translation>
    </message>
    <message>
      <source>How areas are found. Official: the survey's ellipsoidal formula on CGCS2000, with field ridges. From a field: as recorded, TBDLMJ when no field is chosen. Planar: on the map plane.</source>
      <translation>面积的取得方式。椭球面积：按国土调查的椭球面积公式在 CGCS2000 上计算，含田坎。取自字段：按登记值，未选字段时用 TBDLMJ。平面面积：在投影平面上计算。</translation>
    </message>
    <message>
      <source>How far the gain may lie below the best, a share</source>
      <translation>收益与最优的最大差距（占比）</translation>
    </message>
    <message>
      <source>How far the layout is known</source>
      <translation>成果格式的依据</translation>
    </message>
    <message>
      <source>How it was chosen</source>
      <translation>如何选择</translation>
    </message>
    <message>
      <source>How it was decided</source>
      <translation>判定次序</translation>
    </message>
    <message>
      <source>How it was decided, areas, evidence, the first candidates and the parameters as a page to read or print.</source>
      <translation>判定方法、片区、依据、排名靠前的候选图斑和参数，供阅读或打印。</translation>
    </message>
    <message>
      <source>How it was decided, disposals, evidence, the first candidates and the parameters as a page to read or print.</source>
      <translation>供阅读或打印的网页：判定次序、处置建议、判定依据、得分靠前的图斑和参数。</translation>
    </message>
    <message>
      <source>How it was decided, every place, the contests and the parameters as a page to read or print.</source>
      <translation>判定方法、各特色点、争议和参数，供阅读或打印。</translation>
    </message>
    <message>
      <source>How it was decided, the weights, the first candidates and the parameters as a page to read or print.</source>
      <translation>供阅读或打印的网页：判定次序、权重、排名靠前的候选和参数。</translation>
    </message>
    <message>
      <source>How many layers lie on one another</source>
      <translation>套合层数</translation>
    </message>
    <message>
      <source>How many people are planned for in all of the input. Empty: the sum of the table.</source>
      <translation>输入范围内规划的总人口。留空：取表中之和。</translation>
    </message>
    <message>
      <source>How many people are planned for, for the table of indicators. Empty: not known.</source>
      <translation>规划人口，用于规划指标表。留空：未知。</translation>
    </message>
    <message>
      <source>How many people are planned for. Empty: not known.</source>
      <translation>规划人口。留空：未知。</translation>
    </message>
    <message>
      <source>How many people live in all of the input in the base year. Empty: the sum of the table.</source>
      <translation>输入范围内基期年的总人口。留空：取表中之和。</translation>
    </message>
    <message>
      <source>How many people live in the village in the base year, for the table of indicators. Empty: not known.</source>
      <translation>基期年人口，用于规划指标表。留空：未知。</translation>
    </message>
    <message>
      <source>How many people live there in the base year. Empty: population, where there is such a field.</source>
      <translation>基期年人口。留空：取 population 字段（如有）。</translation>
    </message>
    <message>
      <source>How many pieces of evidence must speak against a parcel to make it a candidate.</source>
      <translation>达到几项不利依据即为候选图斑。</translation>
    </message>
    <message>
      <source>How many times the criterion of the row matters as much as that of the column. Rows are in the order of the columns. Fractions such as 1/3 can be written. A consistency ratio of 0.1 or more is refused.</source>
      <translation>行指标的重要程度是列指标的多少倍。各行次序与各列相同，可填写 1/3 等分数。一致性比例达到 0.1 及以上时不予采用。</translation>
    </message>
    <message>
      <source>How much is to be restored. The result then says where the line falls.</source>
      <translation>计划恢复的面积。成果会说明目标线落在哪里。</translation>
    </message>
    <message>
      <source>How near a hazard known as a point or line counts, in metres.</source>
      <translation>以点或线表示的灾害隐患，在多少米以内计入。</translation>
    </message>
    <message>
      <source>How near a scenic place makes a village distinctive, in metres.</source>
      <translation>景点在多少米以内，村落即为特色村落。</translation>
    </message>
    <message>
      <source>How near a tourism facility makes a village a place of tourism, in metres.</source>
      <translation>旅游设施在多少米以内，村落即为文旅村落。</translation>
    </message>
    <message>
      <source>How often the ranking is repeated with weights varied by up to 20 %, to say how firm each rank is. 0: not at all.</source>
      <translation>将权重在 ±20% 内随机变动、重新排名的次数，用于反映排名是否稳定。0：不做。</translation>
    </message>
    <message>
      <source>IN: the layer has no parcels, so nothing is moved in.</source>
      <translation>IN：图层中没有图斑，因此没有调入土地。</translation>
    </message>
    <message>
      <source>INCLUDE_K: only the codes of the land survey have K classes. Choose 0 for CODE_SYSTEM, or leave K classes out.</source>
      <translation>INCLUDE_K：只有国土调查编码才有可调整地类（K）。请将 CODE_SYSTEM 设为 0，或不计可调整地类。</translation>
    </message>
    <message>
      <source>INPUT has no parcels: the results are empty.</source>
      <translation>INPUT 没有图斑，结果为空。</translation>
    </message>
    <message>
      <source>INPUT: choose either survey parcels (INPUT) or a delivery (DELIVERY for a folder, DELIVERY_FILE for a GeoPackage), one of them; now {count} are chosen.</source>
      <translation>INPUT：请在调查图斑（INPUT）和成果（DELIVERY 为文件夹，DELIVERY_FILE 为 GeoPackage）中选择一项，现在选了 {count} 项。</translation>
    </message>
    <message>
      <source>INPUT: no parcel carries a tag, so nothing counts by tag.</source>
      <translation>INPUT：没有图斑带标注，按标注统计的各项为零。</translation>
    </message>
    <message>
      <source>INPUT: no parcel has a category in {field}, so hardly anything is checked. Choose the layer that was tagged.</source>
      <translation>INPUT：字段 {field} 中没有一个图斑带有类别，几乎没有可检查的内容。请选择已标注的图层。</translation>
    </message>
    <message>
      <source>INPUT: pairs of industrial parcels that overlap one another: {count}. {area} m² count twice.</source>
      <translation>INPUT：相互重叠的工业图斑：{count} 对，有 {area} 平方米重复计算。</translation>
    </message>
    <message>
      <source>INPUT: pairs of parcels that overlap one another: {count}. {area} m² count twice.</source>
      <translation>INPUT：相互重叠的图斑 {count} 对，重复计算 {area} 平方米。</translation>
    </message>
    <message>
      <source>INPUT: pairs of parcels to restore that overlap one another: {count}. {area} m² count twice.</source>
      <translation>INPUT：相互重叠的待修复图斑 {count} 对，{area} 平方米重复计算。</translation>
    </message>
    <message>
      <source>INPUT: parcels of other villages than {code} are delivered too ({others}). Set a filter on the layer if they do not belong to the plan.</source>
      <translation>INPUT：成果中也包含 {code} 以外村的图斑（{others}）。如不属于本规划，请在图层上设置过滤条件。</translation>
    </message>
    <message>
      <source>INPUT: parcels that are cropland already, though {field} calls them restorable, left out: {count}.</source>
      <translation>INPUT：{field} 标为可恢复、但地类已是耕地的图斑，予以排除：{count} 个。</translation>
    </message>
    <message>
      <source>INPUT: the coordinates do not fit the layer's CRS ({crs}). Set the right CRS in the layer's properties and run again.</source>
      <translation>INPUT：坐标与图层的坐标参照系（{crs}）不符。请在图层属性中设置正确的坐标参照系后重新运行。</translation>
    </message>
    <message>
      <source>INPUT: the field {field} cannot be added to the layer “{layer}”. Make a copy instead.</source>
      <translation>INPUT：无法在图层“{layer}”中添加字段 {field}。请改为生成副本。</translation>
    </message>
    <message>
      <source>INPUT: the field {field} is too short for “{text}”. Make it longer, or delete it, and run again.</source>
      <translation>INPUT：字段 {field} 太短，放不下“{text}”。请加长或删除该字段后重新运行。</translation>
    </message>
    <message>
      <source>INPUT: the layer has no parcels, so the ledger is empty.</source>
      <translation>INPUT：图层中没有图斑，台账为空。</translation>
    </message>
    <message>
      <source>INPUT: the layer has no parcels, so the result is empty.</source>
      <translation>INPUT：图层中没有图斑，结果为空。</translation>
    </message>
    <message>
      <source>INPUT: the layer has no parcels, so the table is empty.</source>
      <translation>INPUT：图层没有图斑，表为空。</translation>
    </message>
    <message>
      <source>INPUT: the layer has no parcels, so there is nothing to check.</source>
      <translation>INPUT：图层中没有图斑，没有可检查的内容。</translation>
    </message>
    <message>
      <source>INPUT: the layer has no settlements, so the results are empty.</source>
      <translation>INPUT：图层中没有农居点，结果为空。</translation>
    </message>
    <message>
      <source>INPUT: the layer has no tag fields, so every planned code is that of the base year. Run “Prepare parcels for tagging”, tag, and run again.</source>
      <translation>INPUT：图层没有标注字段，规划代码均与基期年相同。请运行“准备标注图层”，标注后再运行。</translation>
    </message>
    <message>
      <source>INPUT: the layer “{layer}” cannot be edited. Make a copy instead.</source>
      <translation>INPUT：图层“{layer}”不能编辑。请改为生成副本。</translation>
    </message>
    <message>
      <source>INPUT: the tag fields cannot be saved in the layer “{layer}” ({reason}). Make a copy instead.</source>
      <translation>INPUT：标注字段无法保存到图层“{layer}”（{reason}）。请改为生成副本。</translation>
    </message>
    <message>
      <source>INPUT: there are no parcels of {name} ({code}), so there is no plan to deliver. Choose another layer, or correct VILLAGE_CODE.</source>
      <translation>INPUT：没有{name}（{code}）的图斑，无法形成规划成果。请更换图层，或更正 VILLAGE_CODE。</translation>
    </message>
    <message>
      <source>INPUT: there are no settlements, so the results are empty.</source>
      <translation>INPUT：没有农居点，结果为空。</translation>
    </message>
    <message>
      <source>INPUT: {count} values cannot be delivered as they are, so nothing was written: {problems}. Correct them in the input, or choose another format or profile; every one is listed in {path}.</source>
      <translation>INPUT：{count} 个值不合成果要求，因此没有写出任何内容：{problems}。请在输入图层中更正，或选择其他格式或成果类型；明细见 {path}。</translation>
    </message>
    <message>
      <source>In a water-source zone [m²]</source>
      <translation>位于水源保护区内（平方米）</translation>
    </message>
    <message>
      <source>In another of the layers</source>
      <translation>只在其他图层内</translation>
    </message>
    <message>
      <source>In four layers [m²]</source>
      <translation>位于四个图层内（平方米）</translation>
    </message>
    <message>
      <source>In high-standard farmland [m²]</source>
      <translation>位于高标准农田内（平方米）</translation>
    </message>
    <message>
      <source>In none of the layers</source>
      <translation>不在任何图层内</translation>
    </message>
    <message>
      <source>In none of the layers [m²]</source>
      <translation>不在任何图层内（平方米）</translation>
    </message>
    <message>
      <source>In one and not in the other</source>
      <translation>只在其中之一</translation>
    </message>
    <message>
      <source>In one layer [m²]</source>
      <translation>位于一个图层内（平方米）</translation>
    </message>
    <message>
      <source>In the ecological redline</source>
      <translation>位于生态保护红线内</translation>
    </message>
    <message>
      <source>In the ecological redline [m²]</source>
      <translation>位于生态保护红线内（平方米）</translation>
    </message>
    <message>
      <source>In the plan although high-standard already.</source>
      <translation>已建成高标准农田，仍列入规划。</translation>
    </message>
    <message>
      <source>In the unit of the tax field. Empty: the mean of the enterprises given, which the log then says.</source>
      <translation>单位与税收字段相同。留空：采用所给企业的平均值，并在日志中说明。</translation>
    </message>
    <message>
      <source>In three layers [m²]</source>
      <translation>位于三个图层内（平方米）</translation>
    </message>
    <message>
      <source>In total</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>In two layers [m²]</source>
      <translation>位于两个图层内（平方米）</translation>
    </message>
    <message>
      <source>Include personal data</source>
      <translation>包含个人信息</translation>
    </message>
    <message>
      <source>Indicator</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Indicator, short</source>
      <translation>指标标识</translation>
    </message>
    <message>
      <source>Indicators</source>
      <translation>指标表</translation>
    </message>
    <message>
      <source>Indicators of the village plan</source>
      <translation>村庄规划指标</translation>
    </message>
    <message>
      <source>Indicators of the village plan – {layer}</source>
      <translation>村庄规划指标 – {layer}</translation>
    </message>
    <message>
      <source>Indicators of the village plan: {layer}</source>
      <translation>村庄规划指标：{layer}</translation>
    </message>
    <message>
      <source>Indicators that are not known, in all villages</source>
      <translation>全部村中未知的指标数</translation>
    </message>
    <message>
      <source>Industrial parcels</source>
      <translation>工业图斑</translation>
    </message>
    <message>
      <source>Industrial parcels outside the boundary: {count}, with {outside} mu outside. Clearing and moving what is suggested gives back {reclaim} mu, {share} % of the city's target of {target} mu.</source>
      <translation>边界外工业图斑 {count} 个，边界外面积 {outside} 亩。按建议清退复垦和入园集聚，可复垦 {reclaim} 亩，占全市目标 {target} 亩的 {share}%。</translation>
    </message>
    <message>
      <source>Industry</source>
      <translation>工业用地</translation>
    </message>
    <message>
      <source>Industry expression</source>
      <translation>工业用地表达式</translation>
    </message>
    <message>
      <source>Inefficient industry outside the boundary</source>
      <translation>边界外低效工业用地</translation>
    </message>
    <message>
      <source>Inefficient industry outside the boundary: {layer}</source>
      <translation>边界外低效工业用地：{layer}</translation>
    </message>
    <message>
      <source>Inefficient industry – {layer}</source>
      <translation>低效工业用地 – {layer}</translation>
    </message>
    <message>
      <source>Inefficient urban land inside the boundary</source>
      <translation>边界内城镇低效用地</translation>
    </message>
    <message>
      <source>Inefficient urban land – {layer}</source>
      <translation>城镇低效用地 – {layer}</translation>
    </message>
    <message>
      <source>Inefficient urban land: {layer}</source>
      <translation>城镇低效用地：{layer}</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>输入</translation>
    </message>
    <message>
      <source>Inside a hazard extent, or within {distance} m of a hazard point: a candidate for its people's safety.</source>
      <translation>位于灾害影响范围内，或距灾害点不超过 {distance} 米：为保障居民安全，列为搬迁候选。</translation>
    </message>
    <message>
      <source>Inside the ecological redline</source>
      <translation>位于生态保护红线内</translation>
    </message>
    <message>
      <source>Inside the ecological redline no rule plans construction land: {wanted} is withheld.</source>
      <translation>规则不在生态保护红线内安排建设用地：{wanted} 未采用。</translation>
    </message>
    <message>
      <source>Inside the redline from a share of</source>
      <translation>位于红线内的最小比例</translation>
    </message>
    <message>
      <source>It cannot be copied to {folder} ({reason}). Choose another folder.</source>
      <translation>无法复制到 {folder}（{reason}）。请另选文件夹。</translation>
    </message>
    <message>
      <source>It could not be finished ({reason}). Nothing was changed.</source>
      <translation>没有完成（{reason}），未作任何修改。</translation>
    </message>
    <message>
      <source>It is a heritage or tourism site.</source>
      <translation>属于工业遗产或文旅资源点。</translation>
    </message>
    <message>
      <source>It is on the list of inefficient land.</source>
      <translation>已列入低效用地名单。</translation>
    </message>
    <message>
      <source>It joins a block of {mu} mu or more: {share} % of its edge lies beside.</source>
      <translation>可并入 {mu} 亩及以上的连片耕地：边界的 {share} % 与之相邻。</translation>
    </message>
    <message>
      <source>It lies in high-standard farmland with {share} % ({limit} % or more).</source>
      <translation>{share}% 位于高标准农田内（达到 {limit}%）。</translation>
    </message>
    <message>
      <source>It lies in high-standard farmland with {share} %, below {limit} %.</source>
      <translation>{share}% 位于高标准农田内，不足 {limit}%。</translation>
    </message>
    <message>
      <source>It reaches into a surveyed hazard extent.</source>
      <translation>全部或部分位于灾害影响范围内。</translation>
    </message>
    <message>
      <source>It touches a farmland block of {mu} mu.</source>
      <translation>与 {mu} 亩的耕地区块相接。</translation>
    </message>
    <message>
      <source>It touches no farmland block.</source>
      <translation>不与耕地区块相接。</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Its features [mu]</source>
      <translation>要素面积之和（亩）</translation>
    </message>
    <message>
      <source>Its features: their areas added up. More than on the parcels means that features overlap one another, which does not count twice, or lie beside the parcels, which does not count.</source>
      <translation>要素面积之和大于图斑上的面积，说明要素相互重叠（不重复计算），或有一部分不在图斑上（不计）。</translation>
    </message>
    <message>
      <source>Its gain is at most {gap} % below the best choice there could be.</source>
      <translation>其收益与可能的最优方案相差不超过 {gap} %。</translation>
    </message>
    <message>
      <source>Its row of statistics is shared by {count} settlements.</source>
      <translation>{count} 个农居点共用同一行统计数据。</translation>
    </message>
    <message>
      <source>JOIN_FIELD: no industrial parcel has an enterprise: {field} holds {left}, {other} holds {right}. Choose the fields that hold the same keys.</source>
      <translation>JOIN_FIELD：没有一个工业图斑能与企业对应：{field} 的取值为 {left}，{other} 的取值为 {right}。请选择取值相同的字段。</translation>
    </message>
    <message>
      <source>JOIN_FIELD: no settlement has a row in the statistics: {field} holds {left}, {other} holds {right}. Choose the fields that hold the same keys.</source>
      <translation>JOIN_FIELD：没有一个农居点能与统计表对应：{field} 的取值为 {left}，{other} 的取值为 {right}。请选择取值相同的字段。</translation>
    </message>
    <message>
      <source>JSON files (*.json)</source>
      <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
      <source>Joining enterprises</source>
      <translation>正在连接企业</translation>
    </message>
    <message>
      <source>Joining statistics</source>
      <translation>正在连接统计表</translation>
    </message>
    <message>
      <source>Judging</source>
      <translation>正在判定</translation>
    </message>
    <message>
      <source>K classes too</source>
      <translation>计入可调整地类（K）</translation>
    </message>
    <message>
      <source>KCXS: {count} parcels have a ridge share outside 0 to 1, the first is {value}. Write the share as a ratio, 0.068 for 6.8 %.</source>
      <translation>KCXS：{count} 个图斑的田坎系数不在 0 至 1 之间，第一个为 {value}。请按小数填写，例如 6.8% 填 0.068。</translation>
    </message>
    <message>
      <source>Keep mine</source>
      <translation>保留我的</translation>
    </message>
    <message>
      <source>Keep, boundary review</source>
      <translation>保留，留待边界评估</translation>
    </message>
    <message>
      <source>Key of the enterprises</source>
      <translation>企业的连接字段</translation>
    </message>
    <message>
      <source>Key of the list</source>
      <translation>名单连接字段</translation>
    </message>
    <message>
      <source>Key of the parcels</source>
      <translation>图斑的连接字段</translation>
    </message>
    <message>
      <source>Key of the settlements</source>
      <translation>农居点的连接字段</translation>
    </message>
    <message>
      <source>Key of the settlements, for the list</source>
      <translation>农居点与名单的连接字段</translation>
    </message>
    <message>
      <source>Key of the statistics</source>
      <translation>统计表的连接字段</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Kind of contest</source>
      <translation>争议类型</translation>
    </message>
    <message>
      <source>Kind of figure</source>
      <translation>统计类型</translation>
    </message>
    <message>
      <source>Kind of indicator</source>
      <translation>指标类型</translation>
    </message>
    <message>
      <source>Kind of row</source>
      <translation>行的类型</translation>
    </message>
    <message>
      <source>Kinds of tourism places that are scenery and no facility, separated by semicolons.</source>
      <translation>旅游点中属于景点而非设施的类型，用分号分隔。</translation>
    </message>
    <message>
      <source>Kinds that are scenic</source>
      <translation>景点类型</translation>
    </message>
    <message>
      <source>Known for</source>
      <translation>有数据的农居点</translation>
    </message>
    <message>
      <source>Known for {share} % of the land.</source>
      <translation>等别已知的土地占 {share} %。</translation>
    </message>
    <message>
      <source>Known from</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Land</source>
      <translation>土地</translation>
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
      <source>Land by category, mu</source>
      <translation>各类别面积（亩）</translation>
    </message>
    <message>
      <source>Land by use in the base year and the plan, per village and in total, in the form handed in.</source>
      <translation>按上报的表式，列出各村和全部村基期年与规划的各类用地。</translation>
    </message>
    <message>
      <source>Land code after</source>
      <translation>置换后地类代码</translation>
    </message>
    <message>
      <source>Land code field</source>
      <translation>地类编码字段</translation>
    </message>
    <message>
      <source>Land code now</source>
      <translation>现状地类代码</translation>
    </message>
    <message>
      <source>Land code of what comes in. Empty: dry cropland, 0103.</source>
      <translation>调入地块的地类代码。不填：旱地 0103。</translation>
    </message>
    <message>
      <source>Land code of what leaves. Empty: arbor forest, 0301.</source>
      <translation>调出地块的地类代码。不填：乔木林地 0301。</translation>
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
      <source>Land in {count} of the layers</source>
      <translation>位于 {count} 个图层内</translation>
    </message>
    <message>
      <source>Land moved in</source>
      <translation>调入土地</translation>
    </message>
    <message>
      <source>Land moved in [ha]</source>
      <translation>调入面积（公顷）</translation>
    </message>
    <message>
      <source>Land moved in steeper than 25°: {ha} ha.</source>
      <translation>调入土地中坡度大于 25° 的：{ha} 公顷。</translation>
    </message>
    <message>
      <source>Land moved in that is basic farmland already: {mu} mu.</source>
      <translation>调入土地中已是永久基本农田的：{mu} 亩。</translation>
    </message>
    <message>
      <source>Land moved in that is not cropland: {ha} ha.</source>
      <translation>调入土地中不是耕地的：{ha} 公顷。</translation>
    </message>
    <message>
      <source>Land moved out</source>
      <translation>调出土地</translation>
    </message>
    <message>
      <source>Land moved out [ha]</source>
      <translation>调出面积（公顷）</translation>
    </message>
    <message>
      <source>Land moved out that is no basic farmland: {mu} mu.</source>
      <translation>调出土地中不是永久基本农田的：{mu} 亩。</translation>
    </message>
    <message>
      <source>Land survey (国土调查)</source>
      <translation>国土调查</translation>
    </message>
    <message>
      <source>Land that can be cropland again. Of a layer with the field ZZSXDM, such as the survey parcels themselves, the features with JKHF or GCHF count.</source>
      <translation>可恢复为耕地的土地。图层有 ZZSXDM 字段时（例如地类图斑），取 JKHF 和 GCHF 的要素。</translation>
    </message>
    <message>
      <source>Land to leave out</source>
      <translation>排除范围</translation>
    </message>
    <message>
      <source>Land use</source>
      <translation>用地类型</translation>
    </message>
    <message>
      <source>Land whose code changes [ha]</source>
      <translation>代码有变化的土地（公顷）</translation>
    </message>
    <message>
      <source>Land with another planned code [mu]</source>
      <translation>规划代码有变化的面积（亩）</translation>
    </message>
    <message>
      <source>Land without a code</source>
      <translation>没有代码的土地</translation>
    </message>
    <message>
      <source>Landscape metrics</source>
      <translation>景观指数</translation>
    </message>
    <message>
      <source>Large block from [mu]</source>
      <translation>大片耕地面积下限（亩）</translation>
    </message>
    <message>
      <source>Large blocks</source>
      <translation>大片耕地（片）</translation>
    </message>
    <message>
      <source>Large blocks from [mu]</source>
      <translation>大片耕地面积下限（亩）</translation>
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
      <source>Largest gap, edge to edge, at which two parcels are contiguous.</source>
      <translation>两块耕地算作连片的最大间距（边到边）。</translation>
    </message>
    <message>
      <source>Largest parcels</source>
      <translation>面积最大的图斑</translation>
    </message>
    <message>
      <source>Largest patch index [%]</source>
      <translation>最大斑块指数 LPI（%）</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Layer for {parameter}</source>
      <translation>{parameter} 图层</translation>
    </message>
    <message>
      <source>Layer to tag</source>
      <translation>标注图层</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Layers and tables</source>
      <translation>图层和表格</translation>
    </message>
    <message>
      <source>Layers and tables written</source>
      <translation>写出的图层和表格数</translation>
    </message>
    <message>
      <source>Layers found: {count}. Look below whether they are right.</source>
      <translation>识别出 {count} 个图层，请在下面核对。</translation>
    </message>
    <message>
      <source>Layers of the delivery</source>
      <translation>成果图层清单</translation>
    </message>
    <message>
      <source>Layers: {count}</source>
      <translation>{count} 个图层</translation>
    </message>
    <message>
      <source>Laying the layers over the parcels</source>
      <translation>正在套合图层与图斑</translation>
    </message>
    <message>
      <source>Lays basic farmland, high-standard farmland and other fields over parcels, piece by piece.</source>
      <translation>将永久基本农田、高标准农田等图层与图斑逐块套合。</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>台账</translation>
    </message>
    <message>
      <source>Ledger and targets as a workbook to print or calculate on.</source>
      <translation>台账和目标进度的工作簿，可打印或继续计算。</translation>
    </message>
    <message>
      <source>Ledger of categories</source>
      <translation>类别台账</translation>
    </message>
    <message>
      <source>Ledger of categories: {layer}</source>
      <translation>类别台账：{layer}</translation>
    </message>
    <message>
      <source>Ledger of indicators</source>
      <translation>指标台账</translation>
    </message>
    <message>
      <source>Ledger of indicators – {layer}</source>
      <translation>指标台账 – {layer}</translation>
    </message>
    <message>
      <source>Ledger of indicators: {layer}</source>
      <translation>指标台账：{layer}</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>予以排除</translation>
    </message>
    <message>
      <source>Left out [mu]</source>
      <translation>排除面积（亩）</translation>
    </message>
    <message>
      <source>Left out by the expression</source>
      <translation>被表达式排除</translation>
    </message>
    <message>
      <source>Left out, and why</source>
      <translation>排除的图斑及原因</translation>
    </message>
    <message>
      <source>Left out: steeper than {limit}°, where new cropland is not allowed.</source>
      <translation>予以排除：坡度大于 {limit}°，不得新垦为耕地。</translation>
    </message>
    <message>
      <source>Left out: {area} m² lie inside the ecological redline.</source>
      <translation>予以排除：{area} 平方米位于生态保护红线内。</translation>
    </message>
    <message>
      <source>Left out: {area} m² lie on land to leave out.</source>
      <translation>予以排除：{area} 平方米位于排除范围内。</translation>
    </message>
    <message>
      <source>Length [m]</source>
      <translation>长度（米）</translation>
    </message>
    <message>
      <source>Less land is moved in than out. Permanent basic farmland is binding: it must not shrink.</source>
      <translation>调入少于调出。永久基本农田是约束性控制线，不得减少。</translation>
    </message>
    <message>
      <source>Less land is moved in than out: basic farmland would shrink.</source>
      <translation>调入少于调出：永久基本农田将减少。</translation>
    </message>
    <message>
      <source>Level</source>
      <translation>层级</translation>
    </message>
    <message>
      <source>Lies in none of the layers given.</source>
      <translation>不在所给的任何图层内。</translation>
    </message>
    <message>
      <source>Lies in: {layers}.</source>
      <translation>位于：{layers}。</translation>
    </message>
    <message>
      <source>Line of the form</source>
      <translation>表的行</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>线条数</translation>
    </message>
    <message>
      <source>Lines from each parcel that leaves to the nearest ones that make up for it, with the net area.</source>
      <translation>从每块调出地块到就近补充它的调入地块的连线，附净面积。</translation>
    </message>
    <message>
      <source>Lines of shelterbelts to plant and of links between forests, with their lengths.</source>
      <translation>待补植林带和林地间连接的线，附长度。</translation>
    </message>
    <message>
      <source>Lines or polygons that farmland never connects across, such as planned roads. Roads, rivers and built-up land among the parcels count always.</source>
      <translation>耕地不得跨越其相连的线或面，如规划道路。图斑中的道路、河流和建设用地始终算作阻隔。</translation>
    </message>
    <message>
      <source>Lines or polygons that keep farmland apart, such as a planned road. Added to the barrier codes.</source>
      <translation>阻隔耕地的线或多边形，例如规划道路。与阻隔地类共同起作用。</translation>
    </message>
    <message>
      <source>Lines that are not known</source>
      <translation>未知的行数</translation>
    </message>
    <message>
      <source>Links between forests [m]</source>
      <translation>林地间连接（米）</translation>
    </message>
    <message>
      <source>Links between forests: {amount} m.</source>
      <translation>林地间连接 {amount} 米。</translation>
    </message>
    <message>
      <source>List of historic villages</source>
      <translation>历史文化村落名单</translation>
    </message>
    <message>
      <source>List of inefficient land</source>
      <translation>低效用地名单</translation>
    </message>
    <message>
      <source>Listed by expression</source>
      <translation>名单表达式</translation>
    </message>
    <message>
      <source>Lodgings, visitor centres and the like. Where it has a field of kinds, scenic spots in it count as scenic places.</source>
      <translation>民宿、游客中心等。有类型字段时，其中的景点按景点计。</translation>
    </message>
    <message>
      <source>Logistics land too</source>
      <translation>包括物流仓储用地</translation>
    </message>
    <message>
      <source>Longest lines</source>
      <translation>最长的线</translation>
    </message>
    <message>
      <source>Look and restore…</source>
      <translation>查看并恢复…</translation>
    </message>
    <message>
      <source>Look for tags that break a rule</source>
      <translation>查找不符合规定的标注</translation>
    </message>
    <message>
      <source>Looked for</source>
      <translation>查找情况</translation>
    </message>
    <message>
      <source>Looking for hazards</source>
      <translation>正在查找灾害隐患</translation>
    </message>
    <message>
      <source>Looking for historic districts</source>
      <translation>正在查找历史文化街区</translation>
    </message>
    <message>
      <source>Looking for overlaps</source>
      <translation>正在检查重叠</translation>
    </message>
    <message>
      <source>Looking for permanent basic farmland</source>
      <translation>查找永久基本农田</translation>
    </message>
    <message>
      <source>Looking for the redline</source>
      <translation>查找生态保护红线</translation>
    </message>
    <message>
      <source>Looks at settlements in a fixed order. Protected ones are retained, whatever else holds. Those inside a hazard extent, or close to a hazard point, are candidates for their people's safety. The rest is weighed by five criteria: hazard, access to services, vacancy, scatter and terrain.

Height or remoteness alone never means relocation: the policy moves some of these villages and keeps others, so such a place gets no disposition and a person decides. Without the consent of every household a result is a candidate, never a decision.

Every layer but the settlements is optional. What is not given is unknown, never zero: the weights of what is known make up the score, and the confidence falls. All thresholds are judgements; those used are written into every result.

No input is changed.</source>
      <translation>按固定次序逐个判定农居点。属于保护对象的，不论其他条件如何，一律保留；位于灾害影响范围内或邻近灾害点的，为保障居民安全列为搬迁候选；其余按五项指标评分：灾害、可达性、空置率、零散度、地形。

仅因海拔高或位置偏远，不会建议搬迁：政策对高山远山村庄有搬迁也有保留，因此不给出处置建议，由人工研判。未取得全部农户同意的，结果只是候选，不是决定。

除农居点外，各图层均可不选。没有给出的数据按未知处理，不按零处理：得分由已知指标按权重折算，可信度相应降低。各项阈值均为经验取值，所用阈值写入每个结果。

输入图层不会被修改。</translation>
    </message>
    <message>
      <source>Looks at the built land inside the urban development boundary, gathers the evidence of inefficiency that is there, and groups the candidates that lie near one another into redevelopment areas: from 10 mu on for contiguous redevelopment, below for organic renewal.

Evidence is used only where it is known: floor-area ratio and coverage from real buildings, their age, vacancy, a planned use that is another, hazards and public complaints. Two pieces of evidence make a candidate, or a list of the county's. What stands in a historic district is protected, whatever the evidence, and never redeveloped.

Parks, schools and public buildings are not judged by how densely they are built. All thresholds are judgements; those used are written into every result. No input is changed.</source>
      <translation>查看城镇开发边界内的建成用地，汇集已有的低效依据，并将相邻的候选图斑组成再开发片区：达到 10 亩的建议集中连片再开发，不足的建议有机更新。

依据只在已知时采用：由建筑物量算的容积率和建筑密度、建成年代、空置情况、规划为其他用途、灾害隐患和群众诉求。两项不利依据即为候选，列入名单的也是候选。历史文化街区内的用地不论依据如何一律保护，不作再开发。

公园、学校和公共设施不按建设强度判定。各阈值均为经验取值，所用数值写入每条结果。不改动输入图层。</translation>
    </message>
    <message>
      <source>Looks for what is special to the place: villages that are historic, by a list or by protected and heritage sites in them; villages that lie high and are alive; villages with tourism facilities near; scenic ones. A village may be special for several reasons: the first names its sub-type, the others are kept beside it.

High altitude alone never means relocation, and alone makes no special place either: with enough households and few vacant dwellings a high village is alive. Where households or vacancy are not known a person decides.

Give the result of “Village relocation candidates” too, and every place that it wants moved or renewed is listed as a contest, with the reasons of both sides. Nothing is settled in silence.

Every layer but the settlements is optional. What is not given is unknown, never none. No input is changed.</source>
      <translation>查找地方特色：列入名单或有受保护村落、文保点的历史文化村落；海拔高而有人气的村落；附近有旅游设施的村落；景区村落。一个村落可能有多项特色：以第一项为子类，其余一并保留。

海拔高并不等于应当搬迁，也不等于就是特色：户数够多、空置够少的高海拔村落才算有人气。户数或空置情况未知的，由人工研判。

同时给出“村庄搬迁候选”的结果，凡其建议搬迁或整治的特色点，都作为争议列出，并写明双方理由，不作任何默认取舍。

除农居点外，各图层均可不给；没有给出的按未知处理，而不是没有。不改动输入图层。</translation>
    </message>
    <message>
      <source>Low coverage below</source>
      <translation>低建筑密度上限</translation>
    </message>
    <message>
      <source>Low floor-area ratio below</source>
      <translation>低容积率上限</translation>
    </message>
    <message>
      <source>Low tax below, of the mean</source>
      <translation>低税收上限（与平均值之比）</translation>
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
      <source>MIN_EVIDENCE: give a whole number of 1 to 7: with 0, every parcel would be a candidate.</source>
      <translation>MIN_EVIDENCE：请填写 1 至 7 的整数；填 0 时全部图斑都会成为候选。</translation>
    </message>
    <message>
      <source>Make the suggestions chosen a person's tags</source>
      <translation>将所选建议转为人工标注</translation>
    </message>
    <message>
      <source>Making {layer}</source>
      <translation>正在生成 {layer}</translation>
    </message>
    <message>
      <source>Mean block size [ha]</source>
      <translation>平均区块面积（公顷）</translation>
    </message>
    <message>
      <source>Mean elevation [m]</source>
      <translation>平均高程（米）</translation>
    </message>
    <message>
      <source>Mean elevation from which a settlement is high.</source>
      <translation>平均高程达到此值的农居点为高海拔。</translation>
    </message>
    <message>
      <source>Mean elevation {value} m, high from {limit} m on.</source>
      <translation>平均高程 {value} 米（{limit} 米及以上为高海拔）。</translation>
    </message>
    <message>
      <source>Mean slope [°]</source>
      <translation>平均坡度（°）</translation>
    </message>
    <message>
      <source>Mean slope after [°]</source>
      <translation>置换后平均坡度（度）</translation>
    </message>
    <message>
      <source>Mean slope before [°]</source>
      <translation>置换前平均坡度（度）</translation>
    </message>
    <message>
      <source>Mean slope from which a settlement is steep.</source>
      <translation>平均坡度达到此值的农居点为陡坡。</translation>
    </message>
    <message>
      <source>Mean slope of each parcel in degrees. Where it is empty the terrain model answers.</source>
      <translation>各图斑平均坡度，单位为度。为空的由数字高程模型计算。</translation>
    </message>
    <message>
      <source>Mean slope of the cropland [°]</source>
      <translation>耕地平均坡度（度）</translation>
    </message>
    <message>
      <source>Mean slope {value}°, steep from {limit}° on.</source>
      <translation>平均坡度 {value}°（{limit}° 及以上为陡坡）。</translation>
    </message>
    <message>
      <source>Mean year of building</source>
      <translation>平均建成年份</translation>
    </message>
    <message>
      <source>Mean year of building before which a parcel's buildings are old.</source>
      <translation>平均建成年份早于此年的，视为老旧建筑。</translation>
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
      <source>Measuring buildings</source>
      <translation>正在量算建筑物</translation>
    </message>
    <message>
      <source>Measuring contact with large blocks</source>
      <translation>正在量算与大片耕地的邻接度</translation>
    </message>
    <message>
      <source>Measuring gross areas</source>
      <translation>正在量算毛面积</translation>
    </message>
    <message>
      <source>Measuring hazards</source>
      <translation>正在量算灾害距离</translation>
    </message>
    <message>
      <source>Measuring pieces</source>
      <translation>正在量算分块</translation>
    </message>
    <message>
      <source>Measuring slope</source>
      <translation>量算坡度</translation>
    </message>
    <message>
      <source>Measuring slopes</source>
      <translation>正在量算坡度</translation>
    </message>
    <message>
      <source>Measuring terrain</source>
      <translation>正在量算地形</translation>
    </message>
    <message>
      <source>Measuring the way to services</source>
      <translation>正在量算至公共服务点的距离</translation>
    </message>
    <message>
      <source>Measuring ways to tourism</source>
      <translation>正在量算旅游设施距离</translation>
    </message>
    <message>
      <source>Measuring what lies inside the boundary</source>
      <translation>正在量算边界内面积</translation>
    </message>
    <message>
      <source>Measuring what lies outside the boundary</source>
      <translation>正在量算边界外面积</translation>
    </message>
    <message>
      <source>Measuring what was found</source>
      <translation>正在量算问题面积</translation>
    </message>
    <message>
      <source>Measuring zones</source>
      <translation>正在量算保护区面积</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Mines at work</source>
      <translation>在采矿山</translation>
    </message>
    <message>
      <source>Mines with a valid right, or at work. Other mining land is then listed as not in use.</source>
      <translation>采矿权有效或正在开采的矿山。给出后，其余采矿用地列为未在采。</translation>
    </message>
    <message>
      <source>Missing</source>
      <translation>缺少</translation>
    </message>
    <message>
      <source>Most cropland to come in [mu]</source>
      <translation>调入耕地上限（亩）</translation>
    </message>
    <message>
      <source>Most growth of cropland [mu]</source>
      <translation>耕地增加上限（亩）</translation>
    </message>
    <message>
      <source>Most revitalisation land that is allowed, in percent of the contiguous cropland served.</source>
      <translation>盘活用地上限，占所服务集中连片耕地的百分比。</translation>
    </message>
    <message>
      <source>Move to a park and reclaim</source>
      <translation>入园集聚并复垦</translation>
    </message>
    <message>
      <source>Moved out and in</source>
      <translation>调出与调入</translation>
    </message>
    <message>
      <source>Moved out of the original basic farmland [%]</source>
      <translation>调出占原永农比例（%）</translation>
    </message>
    <message>
      <source>Multi-field overlay</source>
      <translation>多田套合</translation>
    </message>
    <message>
      <source>Multi-field overlay – {layer}</source>
      <translation>多田套合 – {layer}</translation>
    </message>
    <message>
      <source>Multi-field overlay: {layer}</source>
      <translation>多田套合：{layer}</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name of the category</source>
      <translation>类别名称</translation>
    </message>
    <message>
      <source>Name of the project</source>
      <translation>项目名称</translation>
    </message>
    <message>
      <source>Name of the rule</source>
      <translation>规则名称</translation>
    </message>
    <message>
      <source>Name of the sub-type</source>
      <translation>子类名称</translation>
    </message>
    <message>
      <source>Name of the village</source>
      <translation>村名</translation>
    </message>
    <message>
      <source>Name or number of the project. Empty: as it is.</source>
      <translation>项目名称或编号。留空：保持原值。</translation>
    </message>
    <message>
      <source>Natural and cultural heritage</source>
      <translation>自然和文化遗产</translation>
    </message>
    <message>
      <source>Natural and cultural heritage in all of the input. Empty: counted from the layer.</source>
      <translation>输入范围内的自然和文化遗产数量。留空：由图层计数。</translation>
    </message>
    <message>
      <source>Natural and cultural heritage in the plan. Empty: as many as in the base year.</source>
      <translation>规划的自然和文化遗产数量。留空：与基期年相同。</translation>
    </message>
    <message>
      <source>Natural coastline [%]</source>
      <translation>大陆自然海岸线保有率（%）</translation>
    </message>
    <message>
      <source>Needs a person</source>
      <translation>须由人决定</translation>
    </message>
    <message>
      <source>Needs {what}</source>
      <translation>缺少：{what}</translation>
    </message>
    <message>
      <source>Negative.</source>
      <translation>为负。</translation>
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
      <source>Net area of a farmland block from which a parcel that touches it comes into tier 3.</source>
      <translation>相接的耕地区块净面积达到该值时，图斑列入第 3 梯次。</translation>
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
      <source>Net area. Empty: measured from the layer.</source>
      <translation>净面积。留空时由图层量算。</translation>
    </message>
    <message>
      <source>Net cropland [mu]</source>
      <translation>耕地净面积（亩）</translation>
    </message>
    <message>
      <source>Net cropland [m²]</source>
      <translation>耕地净面积（平方米）</translation>
    </message>
    <message>
      <source>Net cropland from which a block is large.</source>
      <translation>连片耕地净面积达到此数即为大片耕地。</translation>
    </message>
    <message>
      <source>Net cropland that comes in [mu]</source>
      <translation>调入耕地净面积（亩）</translation>
    </message>
    <message>
      <source>Net cropland that leaves [mu]</source>
      <translation>调出耕地净面积（亩）</translation>
    </message>
    <message>
      <source>Net of field ridges</source>
      <translation>扣除田坎</translation>
    </message>
    <message>
      <source>Net share of gross</source>
      <translation>净毛面积比</translation>
    </message>
    <message>
      <source>New building [mu]</source>
      <translation>新增建设用地（亩）</translation>
    </message>
    <message>
      <source>New class</source>
      <translation>恢复后规模等级</translation>
    </message>
    <message>
      <source>New cropland [mu]</source>
      <translation>新增耕地（亩）</translation>
    </message>
    <message>
      <source>New cropland by consolidation</source>
      <translation>土地综合整治新增耕地</translation>
    </message>
    <message>
      <source>New cropland, reclaimed land, allowances, surplus quota and targets, by project and in total.</source>
      <translation>分项目和合计统计新增耕地、复垦建设用地、额度、节余指标和目标进度。</translation>
    </message>
    <message>
      <source>New cropland: {new} mu. Of {reclaimed} mu reclaimed construction land, {resettlement} mu go to resettlement, {building} mu to new building and {reserve} mu to the reserve: a surplus of {surplus} mu.</source>
      <translation>新增耕地 {new} 亩。复垦建设用地 {reclaimed} 亩，其中安置用地 {resettlement} 亩，新增建设用地 {building} 亩，预留指标 {reserve} 亩，节余 {surplus} 亩。</translation>
    </message>
    <message>
      <source>Next (N)</source>
      <translation>下一条 (N)</translation>
    </message>
    <message>
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <source>No block of {mu} mu or more is within {gap} m.</source>
      <translation>{gap} 米内没有 {mu} 亩及以上的连片耕地。</translation>
    </message>
    <message>
      <source>No built land was found inside the boundary: the results are empty. Check the land code field, the code system, the boundary and its CRS.</source>
      <translation>边界内没有找到建成用地，结果为空。请检查地类编码字段、编码体系、边界图层及其坐标参照系。</translation>
    </message>
    <message>
      <source>No candidate</source>
      <translation>非候选</translation>
    </message>
    <message>
      <source>No cropland is steep enough and free to leave: there is nothing to swap.</source>
      <translation>没有坡度达到要求且可调出的耕地：无可置换。</translation>
    </message>
    <message>
      <source>No farmland was found, so nothing can be swapped. Check the land code field and the code system.</source>
      <translation>没有找到耕地，无法置换。请检查地类代码字段和代码体系。</translation>
    </message>
    <message>
      <source>No farmland was found: the results are empty. Check the land code field, the code system and the farmland expression.</source>
      <translation>没有找到耕地，结果为空。请检查地类编码字段、编码体系和耕地筛选表达式。</translation>
    </message>
    <message>
      <source>No fault was found by the rules that were checked.</source>
      <translation>已检查的规则没有发现问题。</translation>
    </message>
    <message>
      <source>No forest or orchard is gentle enough and free to come in: there is nothing to swap.</source>
      <translation>没有坡度符合要求且可调入的林地、园地：无可置换。</translation>
    </message>
    <message>
      <source>No further layer is known by its name or fields. Choose them below.</source>
      <translation>按名称和字段没有识别出更多图层，请在下面手动选择。</translation>
    </message>
    <message>
      <source>No homestead was found: the result is empty. Check the land code field, the code system and the homestead expression.</source>
      <translation>没有找到宅基地，结果为空。请检查地类编码字段、编码体系和宅基地筛选表达式。</translation>
    </message>
    <message>
      <source>No industrial parcel lies outside the boundary by the share asked for: there are no candidates.</source>
      <translation>没有工业图斑的边界外占比达到所设下限，没有候选。</translation>
    </message>
    <message>
      <source>No industrial parcel was found: the results are empty. Check the land code field, the code system and the industry expression.</source>
      <translation>没有找到工业图斑，结果为空。请检查地类编码字段、编码体系和工业用地表达式。</translation>
    </message>
    <message>
      <source>No land code</source>
      <translation>无地类代码</translation>
    </message>
    <message>
      <source>No line is proposed.</source>
      <translation>没有提出线条。</translation>
    </message>
    <message>
      <source>No more land is moved in than out.</source>
      <translation>调入与调出面积相同，数量未增加。</translation>
    </message>
    <message>
      <source>No parcel got a suggestion: none without a tag lies in a feature that suggests one by the share asked for.</source>
      <translation>没有图斑得到建议：没有未标注的图斑以所设占比位于给出建议的要素内。</translation>
    </message>
    <message>
      <source>No parcel is in a project: the ledger shows the total only. Fill in zz_proj, or choose PROJECT_FIELD.</source>
      <translation>没有图斑属于项目，台账只列合计。请填写 zz_proj，或选择 PROJECT_FIELD。</translation>
    </message>
    <message>
      <source>No parcel is tagged.</source>
      <translation>没有已标注的图斑。</translation>
    </message>
    <message>
      <source>No parcel is tagged: the ledger shows untagged land only.</source>
      <translation>没有已标注的图斑，台账中只有未标注的土地。</translation>
    </message>
    <message>
      <source>No parcel is to be restored.</source>
      <translation>没有待修复的图斑。</translation>
    </message>
    <message>
      <source>No parcel lies in any of the layers: check that they cover the same place and have the right CRS.</source>
      <translation>没有图斑位于任何图层内：请检查各图层是否在同一地方，坐标参照系是否正确。</translation>
    </message>
    <message>
      <source>No parcel was tagged: people tagged all those that the expression holds for. Switch on OVERWRITE_PERSON to replace their tags.</source>
      <translation>没有标注任何图斑：符合表达式的图斑均已由人工标注。如需替换，请打开 OVERWRITE_PERSON。</translation>
    </message>
    <message>
      <source>No parcel was tagged: the expression holds for none. Check WHERE.</source>
      <translation>没有标注任何图斑：没有图斑符合表达式。请检查 WHERE。</translation>
    </message>
    <message>
      <source>No planned code differs from the base year.</source>
      <translation>规划代码均与基期年相同。</translation>
    </message>
    <message>
      <source>No restorable parcel was found: the results are empty. Check RESTORE_FIELD and the values AT_ONCE and WORKS.</source>
      <translation>没有找到可恢复的图斑，成果为空。请检查 RESTORE_FIELD 以及 AT_ONCE、WORKS 的取值。</translation>
    </message>
    <message>
      <source>No row of the form takes: {codes}.</source>
      <translation>表中没有对应的行：{codes}。</translation>
    </message>
    <message>
      <source>No rule found anything to restore: the results are empty. Check the land code field, the code system and which rules were silent.</source>
      <translation>没有规则查到待修复的内容，结果为空。请检查地类编码字段、编码体系，以及哪些规则没有查找。</translation>
    </message>
    <message>
      <source>No service can be reached along the roads; it counts as the farthest.</source>
      <translation>沿道路不能到达任何公共服务点，按最远处理。</translation>
    </message>
    <message>
      <source>No settlement is in the queue.</source>
      <translation>没有参与排名的农居点。</translation>
    </message>
    <message>
      <source>No special place</source>
      <translation>非特色点</translation>
    </message>
    <message>
      <source>No special place was found among what is known.</source>
      <translation>根据已知情况，没有找到特色点。</translation>
    </message>
    <message>
      <source>No swap is suggested.</source>
      <translation>没有置换建议。</translation>
    </message>
    <message>
      <source>No swap passes the gates. Allow more area in MAX_SWAP_MU or MAX_SURPLUS_MU, or more classes in INCOMING_CODES.</source>
      <translation>没有满足各项约束的置换方案。请放宽 MAX_SWAP_MU 或 MAX_SURPLUS_MU 的面积，或在 INCOMING_CODES 中增加地类。</translation>
    </message>
    <message>
      <source>No. {number}</source>
      <translation>第 {number} 号</translation>
    </message>
    <message>
      <source>Nobody: the use stays</source>
      <translation>无：用途不变</translation>
    </message>
    <message>
      <source>None.</source>
      <translation>无。</translation>
    </message>
    <message>
      <source>Not alive: {count} households, fewer than {limit}.</source>
      <translation>人气不足：{count} 户，少于 {limit} 户。</translation>
    </message>
    <message>
      <source>Not alive: {share} % of its dwellings are vacant, {limit} % or more.</source>
      <translation>人气不足：空置率 {share}%，达到 {limit}% 及以上。</translation>
    </message>
    <message>
      <source>Not checked</source>
      <translation>未检查</translation>
    </message>
    <message>
      <source>Not checked is not the same as passed.</source>
      <translation>未检查不等于通过。</translation>
    </message>
    <message>
      <source>Not checked, because the project has no layer for it: {names}.</source>
      <translation>未检查（工程中没有相应图层）：{names}。</translation>
    </message>
    <message>
      <source>Not checked: {check} ({reason}).</source>
      <translation>未检查：{check}（{reason}）。</translation>
    </message>
    <message>
      <source>Not chosen, so unknown: {names}.</source>
      <translation>没有选择、按未知处理：{names}。</translation>
    </message>
    <message>
      <source>Not given.</source>
      <translation>未填写。</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>未知事项</translation>
    </message>
    <message>
      <source>Not known for the base year.</source>
      <translation>基期年未知。</translation>
    </message>
    <message>
      <source>Not known for the plan.</source>
      <translation>规划数值未知。</translation>
    </message>
    <message>
      <source>Not known, which is not to say that there are none: {names}.</source>
      <translation>以下情况未知，并不表示没有：{names}。</translation>
    </message>
    <message>
      <source>Not known: give BASIC_FARMLAND or ORIGINAL_HA.</source>
      <translation>未知：请给出 BASIC_FARMLAND 或 ORIGINAL_HA。</translation>
    </message>
    <message>
      <source>Not known: how many people there are was not given, or not for every village.</source>
      <translation>未知：没有给出人口，或不是每个村都有。</translation>
    </message>
    <message>
      <source>Not known: no heritage sites were given.</source>
      <translation>未知：没有给出遗产。</translation>
    </message>
    <message>
      <source>Not known: no layer of high-standard farmland was given.</source>
      <translation>未知：没有给出高标准农田图层。</translation>
    </message>
    <message>
      <source>Not known: no layer of new cropland was given.</source>
      <translation>未知：没有给出新增耕地图层。</translation>
    </message>
    <message>
      <source>Not known: no layer of upgraded cropland was given.</source>
      <translation>未知：没有给出提质改造图层。</translation>
    </message>
    <message>
      <source>Not known: no permanent basic farmland was given.</source>
      <translation>未知：没有给出永久基本农田。</translation>
    </message>
    <message>
      <source>Not known: no quality grade was given.</source>
      <translation>未知：没有质量等别。</translation>
    </message>
    <message>
      <source>Not known: no redline was given.</source>
      <translation>未知：没有给出生态保护红线。</translation>
    </message>
    <message>
      <source>Not known: no share of natural coastline was given.</source>
      <translation>未知：没有给出自然海岸线保有率。</translation>
    </message>
    <message>
      <source>Not known: the layer has no features.</source>
      <translation>未知：图层中没有要素。</translation>
    </message>
    <message>
      <source>Not known: {criteria}; the score rests on {share} % of the weight.</source>
      <translation>数据缺失：{criteria}；得分所依据的指标占总权重的 {share}%。</translation>
    </message>
    <message>
      <source>Not known: {layers}.</source>
      <translation>未知：{layers}。</translation>
    </message>
    <message>
      <source>Not known: {names}.</source>
      <translation>未知：{names}。</translation>
    </message>
    <message>
      <source>Not looked for</source>
      <translation>未查找的规则</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>暂不</translation>
    </message>
    <message>
      <source>Not permanent basic farmland.</source>
      <translation>不在永久基本农田内。</translation>
    </message>
    <message>
      <source>Not rated</source>
      <translation>未评级</translation>
    </message>
    <message>
      <source>Not rated, and neither in conflict nor stray: a person decides.</source>
      <translation>没有评级，也没有冲突或零星的情况，由人工研判。</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>未保存</translation>
    </message>
    <message>
      <source>Not saved: {ids}</source>
      <translation>未保存：{ids}</translation>
    </message>
    <message>
      <source>Not saved; your tags are still here: {which}. The source says: {reason}</source>
      <translation>没有保存，标注仍保留在此：{which}。数据源提示：{reason}</translation>
    </message>
    <message>
      <source>Not stated</source>
      <translation>未填写</translation>
    </message>
    <message>
      <source>Not tagged</source>
      <translation>未标注</translation>
    </message>
    <message>
      <source>Not tagged: the use stays.</source>
      <translation>未标注：用途不变。</translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation>尚未建成</translation>
    </message>
    <message>
      <source>Not yet [mu]</source>
      <translation>尚未建成（亩）</translation>
    </message>
    <message>
      <source>Not yet high-standard [mu]</source>
      <translation>尚未建成（亩）</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Nothing</source>
      <translation>不分组</translation>
    </message>
    <message>
      <source>Nothing is built on it.</source>
      <translation>地块上没有建筑物。</translation>
    </message>
    <message>
      <source>Nothing is known of: {layers}. Figures that need them are left empty.</source>
      <translation>未知的图层：{layers}。需要它们的统计项留空。</translation>
    </message>
    <message>
      <source>Nothing is known of: {names}. Parcels are not kept from changing by it; check them before deciding.</source>
      <translation>以下情况未知：{names}。未据此排除地块，决定前请核对。</translation>
    </message>
    <message>
      <source>Nothing is known that could speak against a parcel, so there are no candidates; that is not to say that there is no inefficient land. Give BUILDINGS, PLAN, HAZARDS, COMPLAINTS or LIST.</source>
      <translation>没有任何可用的判定依据，因此没有候选图斑；这并不表示没有低效用地。请给出 BUILDINGS、PLAN、HAZARDS、COMPLAINTS 或 LIST。</translation>
    </message>
    <message>
      <source>Nothing is known that could speak against it: no candidate, and not found efficient either.</source>
      <translation>没有可用的判定依据：不是候选图斑，也不能认定为高效。</translation>
    </message>
    <message>
      <source>Nothing is left to decide.</source>
      <translation>没有待定事项。</translation>
    </message>
    <message>
      <source>Nothing is selected: a category chosen now is for painting.</source>
      <translation>没有选中图斑：现在选择的类别用于涂刷。</translation>
    </message>
    <message>
      <source>Nothing is settled here: a person weighs both sides.</source>
      <translation>此处不作取舍：由人工权衡双方理由。</translation>
    </message>
    <message>
      <source>Nothing known makes it a special place.</source>
      <translation>已知情况不足以认定为特色点。</translation>
    </message>
    <message>
      <source>Nothing of weight is known: a person decides.</source>
      <translation>有权重的指标均无数据，由人工研判。</translation>
    </message>
    <message>
      <source>Nothing tagged counts towards one yet.</source>
      <translation>尚无已标注的土地计入目标。</translation>
    </message>
    <message>
      <source>Nothing that can be used says otherwise: the use stays.</source>
      <translation>没有可用的依据：用途不变。</translation>
    </message>
    <message>
      <source>Notice</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Notices</source>
      <translation>提示数</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>当前</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>序号</translation>
    </message>
    <message>
      <source>Number of blocks</source>
      <translation>区块个数</translation>
    </message>
    <message>
      <source>Number of candidates up to which the best choice is found exactly. Above it the choice is nearly the best, and the gap to the bound is given. More candidates take longer.</source>
      <translation>候选地块数不超过此数时精确求出最优方案；超过时给出接近最优的方案及其与上界的差距。候选越多，用时越长。</translation>
    </message>
    <message>
      <source>Number of dwellings. Empty: a field usually called so, such as dwellings or 住宅数.</source>
      <translation>住宅数所在的字段。留空：自动采用常见字段，例如 dwellings、住宅数。</translation>
    </message>
    <message>
      <source>Number of features</source>
      <translation>要素数</translation>
    </message>
    <message>
      <source>Number of fields</source>
      <translation>字段数</translation>
    </message>
    <message>
      <source>Number of floors of a building. Empty: a field usually called so, such as floors or 层数.</source>
      <translation>建筑物的层数。留空：自动采用常见字段，例如 floors、层数（如有）。</translation>
    </message>
    <message>
      <source>Number of heritage sites</source>
      <translation>遗产数量</translation>
    </message>
    <message>
      <source>Number of households below which a settlement is scattered.</source>
      <translation>户数少于此值的农居点为零星农居点。</translation>
    </message>
    <message>
      <source>Number of households from which a high village is alive.</source>
      <translation>高海拔村落有人气的户数下限。</translation>
    </message>
    <message>
      <source>Number of households that consent to move. Empty: a field usually called so, such as consenting or 同意户数. Only where all consent is a result called agreed.</source>
      <translation>同意搬迁的户数所在的字段。留空：自动采用常见字段，例如 consenting、同意户数。只有全部农户同意，状态才为 agreed（已同意）。</translation>
    </message>
    <message>
      <source>Number of households. Empty: a field usually called so, such as households or 户数.</source>
      <translation>户数所在的字段。留空：自动采用常见字段，例如 households、户数。</translation>
    </message>
    <message>
      <source>Number of layers</source>
      <translation>图层数</translation>
    </message>
    <message>
      <source>Number of lines</source>
      <translation>线条数</translation>
    </message>
    <message>
      <source>Number of parcels</source>
      <translation>图斑数</translation>
    </message>
    <message>
      <source>Number of pieces</source>
      <translation>分块数</translation>
    </message>
    <message>
      <source>Number of projects</source>
      <translation>项目数</translation>
    </message>
    <message>
      <source>Number of settlements</source>
      <translation>农居点数</translation>
    </message>
    <message>
      <source>Number of vacant dwellings. Empty: a field usually called so, such as vacant or 空置数.</source>
      <translation>空置住宅数所在的字段。留空：自动采用常见字段，例如 vacant、空置数。</translation>
    </message>
    <message>
      <source>Numeric fields added up over the parcels of a settlement, such as households. Parcels without a value are left out; where none has one the sum is unknown.</source>
      <translation>按农居点对图斑求和的数值字段，例如户数。没有数值的图斑不计入；全部图斑都没有数值时，合计为未知。</translation>
    </message>
    <message>
      <source>ORDER: the scheme has no category or sub-type “{code}”. Write its codes separated by semicolons, such as {usual}.</source>
      <translation>ORDER：方案中没有类别或子类“{code}”。请填写方案中的代码，用分号分隔，例如 {usual}。</translation>
    </message>
    <message>
      <source>OUT and IN overlap by {mu} mu: that land is moved out and in at once.</source>
      <translation>OUT 与 IN 重叠 {mu} 亩：同一土地既调出又调入。</translation>
    </message>
    <message>
      <source>OUT: the layer “{layer}” has no parcels, so there is no adjustment to report. Choose the layer with the land moved out.</source>
      <translation>OUT：图层“{layer}”中没有图斑，没有可填报的调整。请选择调出土地的图层。</translation>
    </message>
    <message>
      <source>OUTPUT: choose where the copy goes, or switch on IN_PLACE.</source>
      <translation>OUTPUT：请选择副本的保存位置，或打开 IN_PLACE。</translation>
    </message>
    <message>
      <source>Of it in the plan [mu]</source>
      <translation>其中列入规划（亩）</translation>
    </message>
    <message>
      <source>Of the net area of basic farmland before.</source>
      <translation>占调整前永久基本农田净面积。</translation>
    </message>
    <message>
      <source>Of the steep cropland, and of the forest and orchard that is gentle enough, it chooses the parcels whose swap raises contiguity and lowers the mean slope most. The gates are hard: net cropland is not less than before, its mean slope falls, and the share of it in large blocks does not fall. Before and after are given, and how far the choice may lie below the best.

Permanent basic farmland is never suggested to leave; give its layer, or nothing is known of it. Redline, public-benefit forest and dense canopy keep forest from coming in. Slopes come from a terrain model or a field.

The gates hold for all chosen parcels together. Results are suggestions; no input is changed.</source>
      <translation>在陡坡耕地和坡度符合要求的林地、园地中，选出置换后集中连片度提高最多、平均坡度降低最多的地块。硬约束：耕地净面积不减少，平均坡度下降，大片耕地占比不下降。给出置换前后对照，以及方案与最优的差距。

永久基本农田一律不调出；请给出该图层，否则无从判断。生态保护红线、公益林和高郁闭度林地不予调入。坡度取自数字高程模型或字段。

各项约束按全部选中地块整体满足。结果仅为建议，不改动任何输入数据。</translation>
    </message>
    <message>
      <source>Of these, given the sub-type</source>
      <translation>其中给出子类的</translation>
    </message>
    <message>
      <source>Of {basic} mu of permanent basic farmland, {open} mu are not yet high-standard; {outside} mu of high-standard farmland lie outside it.</source>
      <translation>永久基本农田 {basic} 亩，其中 {open} 亩尚未建成高标准农田；另有 {outside} 亩高标准农田在永久基本农田以外。</translation>
    </message>
    <message>
      <source>Off: parcels a person tagged stay as they are. On: they are tagged too, and the tag then counts as the rule's.</source>
      <translation>关闭：人工标注的图斑保持不变。打开：这些图斑也按规则标注，标注来源随之改为该规则。</translation>
    </message>
    <message>
      <source>Official ellipsoidal area</source>
      <translation>椭球面积（国土调查法定）</translation>
    </message>
    <message>
      <source>Old when built before</source>
      <translation>老旧建筑年份上限</translation>
    </message>
    <message>
      <source>On a historic district or site</source>
      <translation>位于历史文化街区或文保点</translation>
    </message>
    <message>
      <source>On land to leave out</source>
      <translation>位于排除范围内</translation>
    </message>
    <message>
      <source>On land to leave out [m²]</source>
      <translation>位于排除范围内（平方米）</translation>
    </message>
    <message>
      <source>On permanent basic farmland</source>
      <translation>位于永久基本农田内</translation>
    </message>
    <message>
      <source>On permanent basic farmland [m²]</source>
      <translation>占永久基本农田（平方米）</translation>
    </message>
    <message>
      <source>On permanent basic farmland no rule changes the use: {wanted} is withheld.</source>
      <translation>规则不改变永久基本农田的用途：{wanted} 未采用。</translation>
    </message>
    <message>
      <source>On the list</source>
      <translation>列入名单</translation>
    </message>
    <message>
      <source>On the list of historic villages, and protected: {names}.</source>
      <translation>列入历史文化村落名单，并受保护：{names}。</translation>
    </message>
    <message>
      <source>On the list of historic villages.</source>
      <translation>列入历史文化村落名单。</translation>
    </message>
    <message>
      <source>On the parcels [mu]</source>
      <translation>图斑上的面积（亩）</translation>
    </message>
    <message>
      <source>On the parcels [m²]</source>
      <translation>图斑上的面积（平方米）</translation>
    </message>
    <message>
      <source>On the redline</source>
      <translation>跨红线</translation>
    </message>
    <message>
      <source>One feature for each fault, with the land concerned: rule, severity, layer, feature, field, value, a sentence. Faults of a whole layer are a box around the delivery.</source>
      <translation>每个问题一个要素，图形为所涉土地：规则、等级、图层、要素、字段、值和说明。整层的问题以成果外框表示。</translation>
    </message>
    <message>
      <source>One feature for each finding, with the parcel's shape: which check, how grave, and a sentence.</source>
      <translation>每个问题一个要素，取图斑的形状：检查项、严重程度和一句说明。</translation>
    </message>
    <message>
      <source>One feature per block, the largest first, with areas, shape and reasons.</source>
      <translation>每个区块一个要素，从大到小编号，含面积、形状指标和判定理由。</translation>
    </message>
    <message>
      <source>One feature per settlement, the largest first.</source>
      <translation>每个农居点一个要素，按面积从大到小排列。</translation>
    </message>
    <message>
      <source>Open log</source>
      <translation>打开日志</translation>
    </message>
    <message>
      <source>Open sample township…</source>
      <translation>打开示例乡镇…</translation>
    </message>
    <message>
      <source>Open the help page of tagging</source>
      <translation>打开标注的帮助页</translation>
    </message>
    <message>
      <source>Order of codes</source>
      <translation>代码优先次序</translation>
    </message>
    <message>
      <source>Organic renewal</source>
      <translation>有机更新</translation>
    </message>
    <message>
      <source>Other distinctive village, scenic</source>
      <translation>其他特色村落（景区）</translation>
    </message>
    <message>
      <source>Other layers cut to the parcels</source>
      <translation>其他图层是否裁切到图斑范围</translation>
    </message>
    <message>
      <source>Outline with gaps closed</source>
      <translation>闭合轮廓</translation>
    </message>
    <message>
      <source>Outside</source>
      <translation>边界外面积</translation>
    </message>
    <message>
      <source>Outside [mu]</source>
      <translation>边界外面积（亩）</translation>
    </message>
    <message>
      <source>Outside the boundary [mu]</source>
      <translation>边界外面积（亩）</translation>
    </message>
    <message>
      <source>Outside the boundary [m²]</source>
      <translation>边界外面积（平方米）</translation>
    </message>
    <message>
      <source>Overlaps and gaps smaller than this many square metres, or thinner than 1 mm, are not reported.</source>
      <translation>小于该面积（平方米）或窄于 1 毫米的重叠和缝隙不计。</translation>
    </message>
    <message>
      <source>PLAN: the planned use is compared with the use today. Choose the land code field of the parcels in CODE_FIELD, or leave PLAN empty.</source>
      <translation>PLAN：规划用途需与现状地类比对。请在 CODE_FIELD 中选择图斑的地类编码字段，或将 PLAN 留空。</translation>
    </message>
    <message>
      <source>PLAN_FIELD: choose the field of the plan with the planned use, such as plan_code.</source>
      <translation>PLAN_FIELD：请选择规划图层中的规划用途字段，例如 plan_code。</translation>
    </message>
    <message>
      <source>PLAN_SYSTEM: choose 0, 1 or 2, not {value}.</source>
      <translation>PLAN_SYSTEM：请填写 0、1 或 2，不能为 {value}。</translation>
    </message>
    <message>
      <source>PROFILE: the layers of {path} ({layers}) are those of no shipped profile. Choose the PROFILE, or give a PROFILE_FILE.</source>
      <translation>PROFILE：{path} 的图层（{layers}）不属于任何内置成果格式。请选择 PROFILE，或给出 PROFILE_FILE。</translation>
    </message>
    <message>
      <source>PROFILE: there is no profile {chosen}. Choose one of {names}, or give a PROFILE_FILE.</source>
      <translation>PROFILE：没有成果类型 {chosen}。请从 {names} 中选择，或指定 PROFILE_FILE。</translation>
    </message>
    <message>
      <source>PROFILE_FILE: line {line} of {path} is not JSON ({reason}). Correct it there.</source>
      <translation>PROFILE_FILE：{path} 第 {line} 行不是合法的 JSON（{reason}）。请更正。</translation>
    </message>
    <message>
      <source>PROFILE_FILE: line {line} of {path}: the expression “{text}” cannot be used ({reason}). Correct it there.</source>
      <translation>PROFILE_FILE：{path} 第 {line} 行：表达式“{text}”不能使用（{reason}）。请更正。</translation>
    </message>
    <message>
      <source>PROFILE_FILE: line {line} of {path}: the formula of {field} names {unknown}, which is no field of {layer}. Correct it there.</source>
      <translation>PROFILE_FILE：{path} 第 {line} 行：{field} 的公式引用了 {unknown}，{layer} 中没有该字段。请更正。</translation>
    </message>
    <message>
      <source>PROFILE_FILE: line {line} of {path}: {part} is missing; expected is {expected}.</source>
      <translation>PROFILE_FILE：{path} 第 {line} 行：缺少 {part}，应为{expected}。</translation>
    </message>
    <message>
      <source>PROFILE_FILE: line {line} of {path}: {part} is no key of a profile; expected is one of: {keys}.</source>
      <translation>PROFILE_FILE：{path} 第 {line} 行：{part} 不是可用的键，可用的键：{keys}。</translation>
    </message>
    <message>
      <source>PROFILE_FILE: line {line} of {path}: {part} is {found}; expected is {expected}.</source>
      <translation>PROFILE_FILE：{path} 第 {line} 行：{part} 为 {found}，应为{expected}。</translation>
    </message>
    <message>
      <source>PROFILE_FILE: line {line} of {path}: “{text}” uses more than named fields and the variables {facts}. Areas are in the field area_m2.</source>
      <translation>PROFILE_FILE：{path} 第 {line} 行：“{text}”只能使用字段名和变量 {facts}。面积请用字段 area_m2。</translation>
    </message>
    <message>
      <source>PROFILE_FILE: the delivery was made with the profile {name}, which is not shipped. Give its file.</source>
      <translation>PROFILE_FILE：该成果按 {name} 生成，不是内置成果格式。请给出其文件。</translation>
    </message>
    <message>
      <source>PROFILE_FILE: the file {path} cannot be read ({reason}). Choose a JSON file in UTF-8 like those in the plugin's folder resources/profiles.</source>
      <translation>PROFILE_FILE：无法读取文件 {path}（{reason}）。请选择 UTF-8 编码的 JSON 文件，写法同插件目录 resources/profiles 中的文件。</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>涂刷</translation>
    </message>
    <message>
      <source>Pair</source>
      <translation>配对号</translation>
    </message>
    <message>
      <source>Pairing parcels</source>
      <translation>正在配对</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>配对</translation>
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
      <source>Parcel</source>
      <translation>图斑</translation>
    </message>
    <message>
      <source>Parcel [mu]</source>
      <translation>图斑面积（亩）</translation>
    </message>
    <message>
      <source>Parcel that comes in</source>
      <translation>调入地块</translation>
    </message>
    <message>
      <source>Parcel that leaves</source>
      <translation>调出地块</translation>
    </message>
    <message>
      <source>Parcel {id}: given up when saving: {tag}</source>
      <translation>图斑 {id}：保存时放弃的标注：{tag}</translation>
    </message>
    <message>
      <source>Parcels</source>
      <translation>图斑</translation>
    </message>
    <message>
      <source>Parcels a person decided on</source>
      <translation>人工已决定的图斑数</translation>
    </message>
    <message>
      <source>Parcels by number of layers</source>
      <translation>图斑套合层数</translation>
    </message>
    <message>
      <source>Parcels collected</source>
      <translation>图斑集合</translation>
    </message>
    <message>
      <source>Parcels contested</source>
      <translation>建议有冲突的图斑数</translation>
    </message>
    <message>
      <source>Parcels dissolved</source>
      <translation>图斑融合</translation>
    </message>
    <message>
      <source>Parcels for which it holds neither leave nor come in.</source>
      <translation>符合该表达式的图斑既不调出也不调入。</translation>
    </message>
    <message>
      <source>Parcels it is known for</source>
      <translation>已知图斑数</translation>
    </message>
    <message>
      <source>Parcels it speaks against</source>
      <translation>不利图斑数</translation>
    </message>
    <message>
      <source>Parcels left as a person tagged them</source>
      <translation>保留人工标注的图斑数</translation>
    </message>
    <message>
      <source>Parcels moved in</source>
      <translation>调入图斑数</translation>
    </message>
    <message>
      <source>Parcels moved into permanent basic farmland, with the same fields.</source>
      <translation>调入永久基本农田的图斑，字段与调出图层相同。</translation>
    </message>
    <message>
      <source>Parcels moved out</source>
      <translation>调出图斑数</translation>
    </message>
    <message>
      <source>Parcels moved out of permanent basic farmland, with their land codes.</source>
      <translation>调出永久基本农田的图斑，带地类编码。</translation>
    </message>
    <message>
      <source>Parcels never changed</source>
      <translation>不予变动的图斑</translation>
    </message>
    <message>
      <source>Parcels not tagged</source>
      <translation>未标注图斑数</translation>
    </message>
    <message>
      <source>Parcels of built land: {count}, of which {inside} lie inside the boundary and are judged.</source>
      <translation>建成用地图斑 {count} 个，其中 {inside} 个位于边界内，纳入判定。</translation>
    </message>
    <message>
      <source>Parcels of permanent basic farmland, YJJBNTBHTB.</source>
      <translation>永久基本农田保护图斑（YJJBNTBHTB）。</translation>
    </message>
    <message>
      <source>Parcels on the list: {count}.</source>
      <translation>列入名单的图斑：{count} 个。</translation>
    </message>
    <message>
      <source>Parcels tagged</source>
      <translation>标注的图斑数</translation>
    </message>
    <message>
      <source>Parcels tagged: {tagged}. Left as a person tagged them: {kept}.</source>
      <translation>标注图斑 {tagged} 个，保留人工标注 {kept} 个。</translation>
    </message>
    <message>
      <source>Parcels that a person tagged are left as they are.</source>
      <translation>人工标注的图斑保持不变。</translation>
    </message>
    <message>
      <source>Parcels that change</source>
      <translation>变化图斑</translation>
    </message>
    <message>
      <source>Parcels that come in</source>
      <translation>调入图斑数</translation>
    </message>
    <message>
      <source>Parcels that gain most</source>
      <translation>收益最大的地块</translation>
    </message>
    <message>
      <source>Parcels that get back what was not saved: {count}. Nothing is saved until you save.</source>
      <translation>将恢复未保存标注的图斑：{count} 个。恢复后仍需手动保存。</translation>
    </message>
    <message>
      <source>Parcels that leave</source>
      <translation>调出图斑数</translation>
    </message>
    <message>
      <source>Parcels that need a person</source>
      <translation>须由人决定的图斑</translation>
    </message>
    <message>
      <source>Parcels that “Plan codes” was run on.</source>
      <translation>运行过“规划用途代码”的图斑。</translation>
    </message>
    <message>
      <source>Parcels to be decided</source>
      <translation>待定图斑数</translation>
    </message>
    <message>
      <source>Parcels to restore</source>
      <translation>待修复图斑</translation>
    </message>
    <message>
      <source>Parcels to restore [mu]</source>
      <translation>待修复图斑（亩）</translation>
    </message>
    <message>
      <source>Parcels to restore: {count}, with {mu} mu.</source>
      <translation>待修复图斑 {count} 个，{mu} 亩。</translation>
    </message>
    <message>
      <source>Parcels whose change a binding line withholds</source>
      <translation>因约束线未作变化的图斑</translation>
    </message>
    <message>
      <source>Parcels whose tags are not saved yet</source>
      <translation>标注尚未保存的图斑数</translation>
    </message>
    <message>
      <source>Parcels with a suggestion</source>
      <translation>得到建议的图斑数</translation>
    </message>
    <message>
      <source>Parcels with a suggestion: {count}, of which contested: {contests}. Left as they were: {kept} that a person decided on, and {tagged} that a rule had tagged.</source>
      <translation>得到建议的图斑 {count} 个，其中有冲突的 {contests} 个。保持不变：人工已决定的 {kept} 个，规则已标注的 {tagged} 个。</translation>
    </message>
    <message>
      <source>Parcels with another planned code</source>
      <translation>规划代码有变化的图斑</translation>
    </message>
    <message>
      <source>Parcels with another planned code: {changed}, with {mu} mu. Parcels that need a person: {review}, of which a binding line withholds a change: {withheld}.</source>
      <translation>规划代码有变化的图斑 {changed} 个，{mu} 亩。须由人决定的图斑 {review} 个，其中因约束线未作变化的 {withheld} 个。</translation>
    </message>
    <message>
      <source>Parcels with most basic farmland to build</source>
      <translation>待建永久基本农田最多的图斑</translation>
    </message>
    <message>
      <source>Parcels with plan codes</source>
      <translation>规划用途图斑</translation>
    </message>
    <message>
      <source>Parcels with several enterprises: {count}. Their tax is added, the worst rating counts.</source>
      <translation>有多家企业的图斑：{count} 个。税收合计，评级取最低。</translation>
    </message>
    <message>
      <source>Parcels with suggestions</source>
      <translation>带建议的图斑</translation>
    </message>
    <message>
      <source>Parcels with their tags, of the village or of a whole township: those whose ZLDWDM begins with the village's code are taken, all of them where the layer has no such field.</source>
      <translation>带标注的图斑，可以只含本村，也可以是全乡镇：取 ZLDWDM 以村代码开头的图斑；图层没有该字段时取全部。</translation>
    </message>
    <message>
      <source>Part of the boundary used</source>
      <translation>采用的边界要素</translation>
    </message>
    <message>
      <source>Part of the restorable land used</source>
      <translation>采用的可恢复耕地</translation>
    </message>
    <message>
      <source>Patch density [per 100 ha]</source>
      <translation>斑块密度 PD（个/100 公顷）</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人口</translation>
    </message>
    <message>
      <source>People in all villages</source>
      <translation>全部村人口</translation>
    </message>
    <message>
      <source>People in the table</source>
      <translation>表中的人口</translation>
    </message>
    <message>
      <source>Perimeter [m]</source>
      <translation>周长（米）</translation>
    </message>
    <message>
      <source>Permanent basic farmland</source>
      <translation>永久基本农田</translation>
    </message>
    <message>
      <source>Permanent basic farmland (YJJBNTBHTB).</source>
      <translation>永久基本农田（YJJBNTBHTB）。</translation>
    </message>
    <message>
      <source>Permanent basic farmland (YJJBNTBHTB). Industry on it is to be cleared.</source>
      <translation>永久基本农田保护图斑（YJJBNTBHTB）。占用永久基本农田的工业用地建议清退复垦。</translation>
    </message>
    <message>
      <source>Permanent basic farmland (YJJBNTBHTB). It must not shrink: cropland on it never leaves.</source>
      <translation>永久基本农田保护图斑（YJJBNTBHTB）。永久基本农田不得减少，其上的耕地一律不调出。</translation>
    </message>
    <message>
      <source>Permanent basic farmland (YJJBNTBHTB). No rule changes a parcel in it.</source>
      <translation>永久基本农田（YJJBNTBHTB）。规则不改变其中的图斑。</translation>
    </message>
    <message>
      <source>Permanent basic farmland (YJJBNTBHTB). The area on it is measured and stands in the reasons.</source>
      <translation>永久基本农田（YJJBNTBHTB）。量算图斑位于其中的面积，并写入判定理由。</translation>
    </message>
    <message>
      <source>Permanent basic farmland [mu]</source>
      <translation>永久基本农田（亩）</translation>
    </message>
    <message>
      <source>Permanent basic farmland [m²]</source>
      <translation>永久基本农田（平方米）</translation>
    </message>
    <message>
      <source>Permanent basic farmland as approved: the delivery must keep all of it.</source>
      <translation>批准的永久基本农田：成果应全部保留。</translation>
    </message>
    <message>
      <source>Permanent basic farmland as the plan leaves it, where it was adjusted. Empty: as in the base year.</source>
      <translation>调整后的永久基本农田。留空：与基期年相同。</translation>
    </message>
    <message>
      <source>Permanent basic farmland before</source>
      <translation>调整前永久基本农田</translation>
    </message>
    <message>
      <source>Permanent basic farmland taken out [mu]</source>
      <translation>调出的永久基本农田（亩）</translation>
    </message>
    <message>
      <source>Personal data</source>
      <translation>个人信息</translation>
    </message>
    <message>
      <source>Pick</source>
      <translation>拾取</translation>
    </message>
    <message>
      <source>Piece</source>
      <translation>分块编号</translation>
    </message>
    <message>
      <source>Pieces</source>
      <translation>分块</translation>
    </message>
    <message>
      <source>Pieces by layer</source>
      <translation>套合分块</translation>
    </message>
    <message>
      <source>Pieces of evidence needed</source>
      <translation>不利依据项数下限</translation>
    </message>
    <message>
      <source>Pieces: {count}.</source>
      <translation>分块 {count} 个。</translation>
    </message>
    <message>
      <source>Places that village relocation sees differently: {count}. They are listed in CONTESTS, and a person settles them.</source>
      <translation>与村庄搬迁候选意见不一致的农居点：{count} 处，列于 CONTESTS，由人工研判。</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>规划</translation>
    </message>
    <message>
      <source>Plan [%]</source>
      <translation>规划比重（%）</translation>
    </message>
    <message>
      <source>Plan [ha]</source>
      <translation>规划面积（公顷）</translation>
    </message>
    <message>
      <source>Plan codes</source>
      <translation>规划用途代码</translation>
    </message>
    <message>
      <source>Plan codes by base-year code</source>
      <translation>基期年与规划代码汇总</translation>
    </message>
    <message>
      <source>Plan codes – {layer}</source>
      <translation>规划用途代码 – {layer}</translation>
    </message>
    <message>
      <source>Plan codes: {layer}</source>
      <translation>规划用途代码：{layer}</translation>
    </message>
    <message>
      <source>Plan name</source>
      <translation>规划名称</translation>
    </message>
    <message>
      <source>Plan, exact [m²]</source>
      <translation>规划精确面积（平方米）</translation>
    </message>
    <message>
      <source>Plan: land that no row of the form takes [ha]</source>
      <translation>规划：表中没有对应行的土地（公顷）</translation>
    </message>
    <message>
      <source>Planar area</source>
      <translation>平面面积</translation>
    </message>
    <message>
      <source>Planned</source>
      <translation>规划</translation>
    </message>
    <message>
      <source>Planned code</source>
      <translation>规划代码</translation>
    </message>
    <message>
      <source>Planned code field</source>
      <translation>规划代码字段</translation>
    </message>
    <message>
      <source>Planned construction land [ha]</source>
      <translation>规划建设用地（公顷）</translation>
    </message>
    <message>
      <source>Planned construction land: {land} ha; planned cropland: {cropland} ha. Not known: {count} of {all} indicators.</source>
      <translation>规划建设用地 {land} 公顷，规划耕地 {cropland} 公顷。{all} 项指标中有 {count} 项未知。</translation>
    </message>
    <message>
      <source>Planned cropland [ha]</source>
      <translation>规划耕地（公顷）</translation>
    </message>
    <message>
      <source>Planned facilities</source>
      <translation>规划设施</translation>
    </message>
    <message>
      <source>Planned high-standard farmland</source>
      <translation>规划高标准农田</translation>
    </message>
    <message>
      <source>Planned high-standard farmland [m²]</source>
      <translation>规划高标准农田（平方米）</translation>
    </message>
    <message>
      <source>Planned natural coastline [%]</source>
      <translation>规划大陆自然海岸线保有率（%）</translation>
    </message>
    <message>
      <source>Planned number of heritage sites</source>
      <translation>规划遗产数量</translation>
    </message>
    <message>
      <source>Planned people</source>
      <translation>规划人口</translation>
    </message>
    <message>
      <source>Planned people in all villages</source>
      <translation>全部村规划人口</translation>
    </message>
    <message>
      <source>Planned people in the table</source>
      <translation>表中的规划人口</translation>
    </message>
    <message>
      <source>Planned permanent basic farmland</source>
      <translation>规划永久基本农田</translation>
    </message>
    <message>
      <source>Planned use</source>
      <translation>规划用途</translation>
    </message>
    <message>
      <source>Points by criterion</source>
      <translation>各指标得分</translation>
    </message>
    <message>
      <source>Pollution field</source>
      <translation>污染字段</translation>
    </message>
    <message>
      <source>Polygons of permanent basic farmland (YJJBNT). Its area inside each village is measured, net of the parcels' field ridges.</source>
      <translation>永久基本农田（YJJBNT）面图层。量算其在各村范围内的面积，扣除图斑的田坎。</translation>
    </message>
    <message>
      <source>Polygons of the redline (STBHHX). Its area inside each village is measured.</source>
      <translation>生态保护红线（STBHHX）面图层。量算其在各村范围内的面积。</translation>
    </message>
    <message>
      <source>Prepare</source>
      <translation>准备</translation>
    </message>
    <message>
      <source>Prepare parcels for tagging</source>
      <translation>准备标注图层</translation>
    </message>
    <message>
      <source>Prepare the layer first</source>
      <translation>请先准备图层</translation>
    </message>
    <message>
      <source>Prepared parcels</source>
      <translation>已准备的图斑</translation>
    </message>
    <message>
      <source>Press the pencil to start editing.</source>
      <translation>请点击铅笔按钮开始编辑。</translation>
    </message>
    <message>
      <source>Press “Find my layers”, or choose the survey parcels and whatever else you have.</source>
      <translation>请点“自动识别图层”，或选择国土调查图斑及其他已有图层。</translation>
    </message>
    <message>
      <source>Problem</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>成果类型</translation>
    </message>
    <message>
      <source>Profile file</source>
      <translation>成果格式文件</translation>
    </message>
    <message>
      <source>Profile of your own</source>
      <translation>自定成果格式</translation>
    </message>
    <message>
      <source>Progress towards targets</source>
      <translation>目标完成情况</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Project field</source>
      <translation>项目字段</translation>
    </message>
    <message>
      <source>Protected</source>
      <translation>属于保护对象</translation>
    </message>
    <message>
      <source>Protected ({site}): it stays, whatever else holds.</source>
      <translation>属于保护对象（{site}），不论其他条件如何，一律保留。</translation>
    </message>
    <message>
      <source>Protected buildings, bridges, industrial heritage. A settlement that one stands in is historic; those outside are places of their own.</source>
      <translation>保护建筑、桥梁、工业遗产等。其所在的农居点属历史文化；位于农居点之外的单独作为特色点。</translation>
    </message>
    <message>
      <source>Protected site</source>
      <translation>受保护的村落或文保点</translation>
    </message>
    <message>
      <source>Protected villages and sites</source>
      <translation>保护村落和文物古迹</translation>
    </message>
    <message>
      <source>Protected villages and sites are retained, whatever else holds.</source>
      <translation>属于保护对象的农居点，不论其他条件如何，一律保留。</translation>
    </message>
    <message>
      <source>Protected: it stays, whatever else holds.</source>
      <translation>属于保护对象，不论其他条件如何，一律保留。</translation>
    </message>
    <message>
      <source>Protected: {names}.</source>
      <translation>受保护：{names}。</translation>
    </message>
    <message>
      <source>Protection zones of drinking water. Industry inside is to be cleared.</source>
      <translation>饮用水水源保护区。位于其中的工业用地建议清退复垦。</translation>
    </message>
    <message>
      <source>Protection zones of drinking water. The area inside is measured and stands in the reasons.</source>
      <translation>饮用水水源保护区。量算位于其中的面积，并写入判定理由。</translation>
    </message>
    <message>
      <source>Public and infrastructure facilities that are there: points, or areas that become points.</source>
      <translation>现状公共服务和基础设施：点，或转为点的面。</translation>
    </message>
    <message>
      <source>Public and infrastructure facilities that the plan adds: points, or areas that become points.</source>
      <translation>规划新增的公共服务和基础设施：点，或转为点的面。</translation>
    </message>
    <message>
      <source>Public complaints</source>
      <translation>群众诉求</translation>
    </message>
    <message>
      <source>Public complaints: {count}.</source>
      <translation>群众诉求 {count} 件。</translation>
    </message>
    <message>
      <source>Public-benefit forest</source>
      <translation>公益林</translation>
    </message>
    <message>
      <source>Public-benefit forest (公益林). Parcels in it never come in.</source>
      <translation>公益林范围。其中的地块不予调入。</translation>
    </message>
    <message>
      <source>QGIS ended before tags were saved, begun {time}. Parcels: {count}.</source>
      <translation>QGIS 上次退出时有标注没有保存（{time} 起），涉及 {count} 个图斑。</translation>
    </message>
    <message>
      <source>Quality grade field</source>
      <translation>质量等别字段</translation>
    </message>
    <message>
      <source>Quality grades gained</source>
      <translation>质量提升等别</translation>
    </message>
    <message>
      <source>Quality to be gained [grades]</source>
      <translation>计划提升耕地质量（等别）</translation>
    </message>
    <message>
      <source>Quota freed [mu]</source>
      <translation>腾出指标（亩）</translation>
    </message>
    <message>
      <source>REDLINE: no layer, so land inside the ecological redline is treated like any other.</source>
      <translation>REDLINE：没有图层，生态保护红线内的土地未作区分。</translation>
    </message>
    <message>
      <source>REDLINE: not known, so parcels inside the ecological redline are not left out.</source>
      <translation>REDLINE：未知，没有排除位于生态保护红线内的图斑。</translation>
    </message>
    <message>
      <source>RESERVE_PERCENT: the policy allows a reserve of at most 20 %.</source>
      <translation>RESERVE_PERCENT：政策规定预留不超过 20%。</translation>
    </message>
    <message>
      <source>RESTORE_FIELD: the layer has no field ZZSXDM, so it is not known which parcels are restorable at once or by works. Choose the field that says so.</source>
      <translation>RESTORE_FIELD：图层没有字段 ZZSXDM，不知道哪些图斑属即可恢复或工程恢复。请选择相应字段。</translation>
    </message>
    <message>
      <source>ROADS: without SERVICES there is no way to measure; the roads are not used.</source>
      <translation>ROADS：没有给出 SERVICES（公共服务点），无法量算距离，道路未使用。</translation>
    </message>
    <message>
      <source>ROBUSTNESS_RUNS: {value} cannot be used. Give 0 for none, or up to {most}.</source>
      <translation>ROBUSTNESS_RUNS：不能为 {value}。请填写 0（不做）至 {most}。</translation>
    </message>
    <message>
      <source>RULES_FILE: key “{key}” in {path} cannot be used. Write {wanted}.</source>
      <translation>RULES_FILE：{path} 中的键“{key}”不可用。请写成{wanted}。</translation>
    </message>
    <message>
      <source>RULES_FILE: key “{key}” in {path}: {value} cannot be used. Give a number from {least} to {most}.</source>
      <translation>RULES_FILE：{path} 中键“{key}”的值 {value} 不可用。请填 {least} 至 {most} 的数。</translation>
    </message>
    <message>
      <source>RULES_FILE: line {line} of {path} is not JSON ({reason}). Correct it there.</source>
      <translation>RULES_FILE：{path} 第 {line} 行不是 JSON（{reason}），请在该行改正。</translation>
    </message>
    <message>
      <source>RULES_FILE: line {line} of {path}: braces in this text can only name: {names}.</source>
      <translation>RULES_FILE：{path} 第 {line} 行：文字中的花括号只能引用：{names}。</translation>
    </message>
    <message>
      <source>RULES_FILE: line {line} of {path}: there is no key “{key}” here. Use: {keys}.</source>
      <translation>RULES_FILE：{path} 第 {line} 行：此处没有键“{key}”。可用：{keys}。</translation>
    </message>
    <message>
      <source>RULES_FILE: line {line} of {path}: write for “{key}” a number from {least} to {most}.</source>
      <translation>RULES_FILE：{path} 第 {line} 行：“{key}”应为 {least} 至 {most} 的数。</translation>
    </message>
    <message>
      <source>RULES_FILE: line {line} of {path}: “{key}” cannot be used. Write {wanted}.</source>
      <translation>RULES_FILE：{path} 第 {line} 行：“{key}”不能使用，应写{wanted}。</translation>
    </message>
    <message>
      <source>RULES_FILE: rule “{rule}” in {path} has a key “{key}” that no rule has. Use: {keys}.</source>
      <translation>RULES_FILE：{path} 中规则“{rule}”的键“{key}”不属于规则。可用的键：{keys}。</translation>
    </message>
    <message>
      <source>RULES_FILE: rule “{rule}” in {path} names no tag, and would change land that nobody tagged. Give it categories, subtypes or dispositions.</source>
      <translation>RULES_FILE：{path} 中规则“{rule}”没有限定标注，会改变未标注的土地。请给出 categories、subtypes 或 dispositions。</translation>
    </message>
    <message>
      <source>RULES_FILE: rule “{rule}”, key “{key}” in {path} cannot be used. Write {wanted}.</source>
      <translation>RULES_FILE：{path} 中规则“{rule}”的键“{key}”不可用。请写成{wanted}。</translation>
    </message>
    <message>
      <source>RULES_FILE: rule “{rule}”, key “{key}” in {path}: the scheme has no code “{code}”. Use one of: {valid}.</source>
      <translation>RULES_FILE：{path} 中规则“{rule}”的键“{key}”：方案中没有代码“{code}”。可用：{valid}。</translation>
    </message>
    <message>
      <source>RULES_FILE: rule “{rule}”: the expression “{expression}” cannot be read ({reason}). Correct it in the file.</source>
      <translation>RULES_FILE：规则“{rule}”的表达式“{expression}”无法解析（{reason}），请在文件中改正。</translation>
    </message>
    <message>
      <source>RULES_FILE: the file {path} cannot be read ({reason}). Choose a JSON file in UTF-8 like the shipped ecology_rules.json.</source>
      <translation>RULES_FILE：无法读取文件 {path}（{reason}）。请选择 UTF-8 编码的 JSON 文件，格式与自带的 ecology_rules.json 相同。</translation>
    </message>
    <message>
      <source>RULES_FILE: the file {path} cannot be read ({reason}). Choose a JSON file in UTF-8 like the shipped plan_rules.json.</source>
      <translation>RULES_FILE：文件 {path} 无法读取（{reason}）。请选择与自带 plan_rules.json 格式相同的 UTF-8 JSON 文件。</translation>
    </message>
    <message>
      <source>RULES_FILE: the file {path} is not JSON ({reason}). Correct it there.</source>
      <translation>RULES_FILE：文件 {path} 不是 JSON（{reason}）。请在该处改正。</translation>
    </message>
    <message>
      <source>RULES_FILE: {path} has a key “{key}” that a rule table does not have. Use: {keys}.</source>
      <translation>RULES_FILE：{path} 中的键“{key}”不属于规则表。可用的键：{keys}。</translation>
    </message>
    <message>
      <source>RULE_ID: “{text}” is no name for a rule. Use Latin letters, digits, _ and -.</source>
      <translation>RULE_ID：“{text}”不能作为规则名称。请使用英文字母、数字、_ 和 -。</translation>
    </message>
    <message>
      <source>Rank</source>
      <translation>排名</translation>
    </message>
    <message>
      <source>Rank at which the target is reached</source>
      <translation>达到目标时的序号</translation>
    </message>
    <message>
      <source>Rank, 5th percentile</source>
      <translation>排名（5% 分位）</translation>
    </message>
    <message>
      <source>Rank, 95th percentile</source>
      <translation>排名（95% 分位）</translation>
    </message>
    <message>
      <source>Ranking</source>
      <translation>正在排序</translation>
    </message>
    <message>
      <source>Ranks the parcels that can be cropland again, and says where the line of a target falls.</source>
      <translation>对可恢复为耕地的图斑排序，并说明目标线落在哪里。</translation>
    </message>
    <message>
      <source>Rated A</source>
      <translation>评级为 A</translation>
    </message>
    <message>
      <source>Rated B</source>
      <translation>评级为 B</translation>
    </message>
    <message>
      <source>Rated C, or a cluster below {mu} mu</source>
      <translation>评级为 C，或成组面积小于 {mu} 亩（零星）</translation>
    </message>
    <message>
      <source>Rated D, or on redline, basic farmland or water source</source>
      <translation>评级为 D，或占用生态保护红线、永久基本农田、水源保护区</translation>
    </message>
    <message>
      <source>Rating</source>
      <translation>亩均评价等级</translation>
    </message>
    <message>
      <source>Rating field</source>
      <translation>评价等级字段</translation>
    </message>
    <message>
      <source>Read the whole layer again</source>
      <translation>重新读取整个图层</translation>
    </message>
    <message>
      <source>Reading barriers</source>
      <translation>正在读取阻隔图层</translation>
    </message>
    <message>
      <source>Reading codes</source>
      <translation>读取代码</translation>
    </message>
    <message>
      <source>Reading codes and tags</source>
      <translation>读取代码和标注</translation>
    </message>
    <message>
      <source>Reading further layers</source>
      <translation>读取其他图层</translation>
    </message>
    <message>
      <source>Reading parcels</source>
      <translation>正在读取图斑</translation>
    </message>
    <message>
      <source>Reading settlements</source>
      <translation>正在读取农居点</translation>
    </message>
    <message>
      <source>Reading suggestions of {layer}</source>
      <translation>正在读取 {layer} 的建议</translation>
    </message>
    <message>
      <source>Reading the boundary</source>
      <translation>正在读取边界</translation>
    </message>
    <message>
      <source>Reading the layers</source>
      <translation>正在读取图层</translation>
    </message>
    <message>
      <source>Reading the list</source>
      <translation>正在读取名单</translation>
    </message>
    <message>
      <source>Reading villages</source>
      <translation>正在读取村界</translation>
    </message>
    <message>
      <source>Reading {layer}</source>
      <translation>正在读取 {layer}</translation>
    </message>
    <message>
      <source>Reading {parameter}</source>
      <translation>正在读取 {parameter}</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>判定理由</translation>
    </message>
    <message>
      <source>Reasons here</source>
      <translation>本工具理由</translation>
    </message>
    <message>
      <source>Reasons there</source>
      <translation>对方理由</translation>
    </message>
    <message>
      <source>Reclaimable [mu]</source>
      <translation>可复垦面积（亩）</translation>
    </message>
    <message>
      <source>Reclaimed [mu]</source>
      <translation>复垦（亩）</translation>
    </message>
    <message>
      <source>Recorded hazard points. Settlements within the hazard distance are candidates for safety.</source>
      <translation>登记在册的灾害点。避让距离以内的农居点，为保障安全列为搬迁候选。</translation>
    </message>
    <message>
      <source>Redevelopment area</source>
      <translation>再开发片区</translation>
    </message>
    <message>
      <source>Redevelopment areas</source>
      <translation>再开发片区</translation>
    </message>
    <message>
      <source>Redo in the tagged layer</source>
      <translation>重做（标注图层）</translation>
    </message>
    <message>
      <source>Redo: {what}</source>
      <translation>重做：{what}</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>驳回</translation>
    </message>
    <message>
      <source>Reject what is chosen, with a reason that is kept</source>
      <translation>驳回所选各条，并记录理由</translation>
    </message>
    <message>
      <source>Reject {count} suggestions</source>
      <translation>驳回 {count} 条建议</translation>
    </message>
    <message>
      <source>Reject…</source>
      <translation>驳回…</translation>
    </message>
    <message>
      <source>Relocate and merge</source>
      <translation>撤并</translation>
    </message>
    <message>
      <source>Relocation candidates</source>
      <translation>搬迁候选</translation>
    </message>
    <message>
      <source>Relocation for its people's safety.</source>
      <translation>为保障居民安全，列为搬迁候选。</translation>
    </message>
    <message>
      <source>Remark</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Remote beyond, by road [km]</source>
      <translation>偏远距离，沿道路（千米）</translation>
    </message>
    <message>
      <source>Remote beyond, straight [km]</source>
      <translation>偏远距离，直线（千米）</translation>
    </message>
    <message>
      <source>Replace an earlier delivery</source>
      <translation>替换已有成果</translation>
    </message>
    <message>
      <source>Replace what people decided</source>
      <translation>替换人工标注</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Reserve</source>
      <translation>预留指标</translation>
    </message>
    <message>
      <source>Reserve [%]</source>
      <translation>预留比例（%）</translation>
    </message>
    <message>
      <source>Reserve [mu]</source>
      <translation>预留指标（亩）</translation>
    </message>
    <message>
      <source>Reserve kept back, in percent of the reclaimed construction land. The policy allows up to 20.</source>
      <translation>预留指标占复垦建设用地的百分比。政策规定不超过 20。</translation>
    </message>
    <message>
      <source>Resettlement [mu]</source>
      <translation>安置用地（亩）</translation>
    </message>
    <message>
      <source>Restorable</source>
      <translation>恢复属性</translation>
    </message>
    <message>
      <source>Restorable [mu]</source>
      <translation>可恢复面积（亩）</translation>
    </message>
    <message>
      <source>Restorable at once</source>
      <translation>即可恢复</translation>
    </message>
    <message>
      <source>Restorable by works</source>
      <translation>工程恢复</translation>
    </message>
    <message>
      <source>Restorable land</source>
      <translation>可恢复耕地</translation>
    </message>
    <message>
      <source>Restorable land [m²]</source>
      <translation>可恢复耕地（平方米）</translation>
    </message>
    <message>
      <source>Restorable parcels</source>
      <translation>可恢复图斑</translation>
    </message>
    <message>
      <source>Restorable parcels whose slope is unknown, so that they come last in their tier: {count}.</source>
      <translation>坡度未知、因而排在所在梯次末尾的可恢复图斑：{count} 个。</translation>
    </message>
    <message>
      <source>Restorable parcels: {count}, {mu} mu; left out: {out} mu.</source>
      <translation>可恢复图斑 {count} 个，共 {mu} 亩；排除 {out} 亩。</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Restore tags that were not saved</source>
      <translation>恢复未保存的标注</translation>
    </message>
    <message>
      <source>Restore unsaved tags</source>
      <translation>恢复未保存的标注</translation>
    </message>
    <message>
      <source>Restored</source>
      <translation>恢复后</translation>
    </message>
    <message>
      <source>Restored [mu]</source>
      <translation>恢复面积（亩）</translation>
    </message>
    <message>
      <source>Restored parcels: {count}. Save to keep them.</source>
      <translation>已恢复 {count} 个图斑，请保存。</translation>
    </message>
    <message>
      <source>Restored, the block has {mu} mu and rises to the class {name}.</source>
      <translation>恢复后该区块为 {mu} 亩，规模等级提升为“{name}”。</translation>
    </message>
    <message>
      <source>Restored, the block has {mu} mu and stays in the class {name}.</source>
      <translation>恢复后该区块为 {mu} 亩，规模等级仍为“{name}”。</translation>
    </message>
    <message>
      <source>Restoring cropland</source>
      <translation>耕地功能恢复</translation>
    </message>
    <message>
      <source>Restoring cropland – {layer}</source>
      <translation>耕地功能恢复 – {layer}</translation>
    </message>
    <message>
      <source>Restoring cropland: {layer}</source>
      <translation>耕地功能恢复：{layer}</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>判定结果</translation>
    </message>
    <message>
      <source>Result [mu]</source>
      <translation>成果（亩）</translation>
    </message>
    <message>
      <source>Retain</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>审查</translation>
    </message>
    <message>
      <source>Revitalisation land [%]</source>
      <translation>盘活用地比例（%）</translation>
    </message>
    <message>
      <source>Revitalisation land [mu]</source>
      <translation>盘活用地（亩）</translation>
    </message>
    <message>
      <source>Revitalisation land allowed</source>
      <translation>盘活用地额度</translation>
    </message>
    <message>
      <source>Revitalisation land allowed [mu]</source>
      <translation>盘活用地额度（亩）</translation>
    </message>
    <message>
      <source>Revitalisation land left</source>
      <translation>盘活用地剩余额度</translation>
    </message>
    <message>
      <source>Ridges from</source>
      <translation>田坎取自</translation>
    </message>
    <message>
      <source>Rises to another class</source>
      <translation>规模等级提升</translation>
    </message>
    <message>
      <source>Roads</source>
      <translation>道路</translation>
    </message>
    <message>
      <source>Roads along which the way to services is measured. Empty: straight.</source>
      <translation>用于量算至公共服务点距离的道路。留空：按直线距离。</translation>
    </message>
    <message>
      <source>Roads and canals</source>
      <translation>道路和沟渠</translation>
    </message>
    <message>
      <source>Room needed</source>
      <translation>所需长度</translation>
    </message>
    <message>
      <source>Room there is</source>
      <translation>可用长度</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>行号</translation>
    </message>
    <message>
      <source>Row in the layer</source>
      <translation>成果图层中的行</translation>
    </message>
    <message>
      <source>Row of the form</source>
      <translation>表中行号</translation>
    </message>
    <message>
      <source>Row {row} has no geometry. Leave such features out first.</source>
      <translation>第 {row} 行没有几何图形。请先去除此类要素。</translation>
    </message>
    <message>
      <source>Rows marked “not in the form” hold land whose code no row takes. They count in the block where they stand.</source>
      <translation>注明“表中没有”的行，是代码没有对应行的土地，计入其所在地类。</translation>
    </message>
    <message>
      <source>Rows of the statistics that belong to no settlement: {count} ({names}).</source>
      <translation>没有对应农居点的统计行：{count} 行（{names}）。</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>Rule table</source>
      <translation>规则表</translation>
    </message>
    <message>
      <source>Rule {rule} ({title}) is silent: {missing}. This does not mean that there is none.</source>
      <translation>规则 {rule}（{title}）没有查找：{missing}。这不表示不存在。</translation>
    </message>
    <message>
      <source>Rule {rule}: DEM is not given, so the land counts as flat.</source>
      <translation>规则 {rule}：没有给出 DEM，按平地计算。</translation>
    </message>
    <message>
      <source>Rule {rule}: the land is large, so links are found on cells of {cell} m.</source>
      <translation>规则 {rule}：范围较大，连接按 {cell} 米的栅格查找。</translation>
    </message>
    <message>
      <source>Rules not checked</source>
      <translation>未检查的规则数</translation>
    </message>
    <message>
      <source>Rules not checked: {count}; the summary says why.</source>
      <translation>未检查的规则 {count} 条，原因见汇总表。</translation>
    </message>
    <message>
      <source>Rules that were silent because something is missing: {count}.</source>
      <translation>因缺少数据而没有查找的规则：{count} 条。</translation>
    </message>
    <message>
      <source>Runs every screening tool over a township and tags its parcels with what they suggest.</source>
      <translation>对一个乡镇依次运行全部筛查工具，并把建议标到图斑上。</translation>
    </message>
    <message>
      <source>Runs with varied weights</source>
      <translation>权重变动次数</translation>
    </message>
    <message>
      <source>SLOPE_FIELD and DEM: neither is given, so steep parcels are not left out, and within a tier only size decides.</source>
      <translation>SLOPE_FIELD 和 DEM：均未给出，没有排除陡坡图斑，同一梯次内只按面积排序。</translation>
    </message>
    <message>
      <source>SLOPE_FIELD: choose the field with the slope in degrees.</source>
      <translation>SLOPE_FIELD：请选择以度数记录坡度的字段。</translation>
    </message>
    <message>
      <source>SLOPE_FIELD: the layer has no field GDPDJB. Choose the field with the slope grade.</source>
      <translation>SLOPE_FIELD：图层没有 GDPDJB 字段。请选择坡度级别字段。</translation>
    </message>
    <message>
      <source>SLOPE_FIELD: values in {field} that cannot be a slope, taken as unknown: {count}. A grade is a whole number from 1 to 5; for degrees set SLOPE_UNIT.</source>
      <translation>SLOPE_FIELD：{field} 中有 {count} 个值不是坡度，按不明处理。坡度级别为 1 至 5 的整数；度数请设置 SLOPE_UNIT。</translation>
    </message>
    <message>
      <source>SLOPE_FIELD: values in {field} that cannot be, taken as unknown: {count}. Grades go from 1 to 5, degrees from 0 to 90; SLOPE_UNIT says which they are.</source>
      <translation>SLOPE_FIELD：{field} 中不合理的取值按未知处理：{count} 个。级别为 1 至 5，度数为 0 至 90，由 SLOPE_UNIT 指明。</translation>
    </message>
    <message>
      <source>SLOPE_FIELD: {field} holds slope grades, not degrees. Choose it as GRADE_FIELD, and give a field with degrees or a DEM here.</source>
      <translation>SLOPE_FIELD：字段 {field} 是坡度级别，不是度数。请把它选为 GRADE_FIELD，并在此给出以度为单位的字段，或给出 DEM。</translation>
    </message>
    <message>
      <source>SLOPE_UNIT: choose 0, grades, or 1, degrees, not {value}.</source>
      <translation>SLOPE_UNIT：请选择 0（级别）或 1（度），而不是 {value}。</translation>
    </message>
    <message>
      <source>STATISTICS: the table has no field with households, dwellings or vacant dwellings that could be found. Choose them; until then they are unknown.</source>
      <translation>STATISTICS：表中没有找到户数、住宅数或空置住宅数字段。请手动选择，否则按未知处理。</translation>
    </message>
    <message>
      <source>SUBTYPE: {subtype} belongs to the category {owner}, not to {category}. Use one of: {valid}.</source>
      <translation>SUBTYPE：{subtype} 属于类别 {owner}，不属于 {category}。可用的子类：{valid}。</translation>
    </message>
    <message>
      <source>SUM_FIELDS: a settlement has a field {field} of its own. Rename the layer's field, or leave it out.</source>
      <translation>SUM_FIELDS：农居点图层自身已有字段 {field}。请将输入图层的该字段改名，或不选该字段。</translation>
    </message>
    <message>
      <source>SUM_FIELDS: the field {field} holds no numbers. Choose numeric fields.</source>
      <translation>SUM_FIELDS：字段 {field} 不是数值字段。请选择数值字段。</translation>
    </message>
    <message>
      <source>Sample township</source>
      <translation>示例乡镇</translation>
    </message>
    <message>
      <source>Save tags</source>
      <translation>保存标注</translation>
    </message>
    <message>
      <source>Save tags and go on editing</source>
      <translation>保存标注并继续编辑</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>已保存。</translation>
    </message>
    <message>
      <source>Saving overwrote tags that somebody else had saved meanwhile. Parcels: {count}. They are listed in the log.</source>
      <translation>保存时覆盖了他人同时保存的标注：{count} 个图斑，已列入日志。</translation>
    </message>
    <message>
      <source>Says which settlements to offer relocation, why, how sure that is, and what must stay.</source>
      <translation>识别可向哪些农居点提出搬迁、理由和可信度，以及哪些必须保留。</translation>
    </message>
    <message>
      <source>Scatter</source>
      <translation>零散度</translation>
    </message>
    <message>
      <source>Scatter, 0–1</source>
      <translation>零散度（0–1）</translation>
    </message>
    <message>
      <source>Scatter, points</source>
      <translation>零散度（得分）</translation>
    </message>
    <message>
      <source>Scattered below [households]</source>
      <translation>零星户数上限（户）</translation>
    </message>
    <message>
      <source>Scattered below [mu]</source>
      <translation>零星面积上限（亩）</translation>
    </message>
    <message>
      <source>Scattered: {value} households, below {limit}.</source>
      <translation>零星：{value} 户，不足 {limit} 户。</translation>
    </message>
    <message>
      <source>Scattered: {value} mu, below {limit} mu.</source>
      <translation>零星：面积 {value} 亩，不足 {limit} 亩。</translation>
    </message>
    <message>
      <source>Scenic places</source>
      <translation>景点</translation>
    </message>
    <message>
      <source>Scenic places within</source>
      <translation>景点距离</translation>
    </message>
    <message>
      <source>Scenic places within [m]</source>
      <translation>景点距离（米）</translation>
    </message>
    <message>
      <source>Scenic spots and areas, besides those among the tourism facilities.</source>
      <translation>景点和景区，旅游设施图层中的景点之外另行给出。</translation>
    </message>
    <message>
      <source>Schools, clinics, markets: where people go.</source>
      <translation>学校、卫生院、集市等居民日常前往的地点。</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>综合得分</translation>
    </message>
    <message>
      <source>Score for merging</source>
      <translation>撤并得分下限</translation>
    </message>
    <message>
      <source>Score for reviving</source>
      <translation>盘活得分下限</translation>
    </message>
    <message>
      <source>Score from which bringing idle homesteads back into use is suggested.</source>
      <translation>得分达到此值时建议盘活闲置宅基地。</translation>
    </message>
    <message>
      <source>Score from which relocating and merging is suggested.</source>
      <translation>得分达到此值时建议撤并。</translation>
    </message>
    <message>
      <source>Score {score} of 100 from {count} pieces of evidence.</source>
      <translation>综合得分 {score}（满分 100），由 {count} 项依据得出。</translation>
    </message>
    <message>
      <source>Score {score} of 100: {disposition} (merge from {merge}, revive from {revive}).</source>
      <translation>综合得分 {score}（满分 100），建议{disposition}（{merge} 分及以上撤并，{revive} 分及以上盘活）。</translation>
    </message>
    <message>
      <source>Screen a township</source>
      <translation>乡镇全域筛查</translation>
    </message>
    <message>
      <source>Select parcels on the map, or paint. Then choose a category or press its number.</source>
      <translation>请在地图上选择图斑，或用涂刷。然后点击类别，或按其数字键。</translation>
    </message>
    <message>
      <source>Select them</source>
      <translation>选中这些图斑</translation>
    </message>
    <message>
      <source>Selected parcels: {count}</source>
      <translation>已选图斑：{count} 个</translation>
    </message>
    <message>
      <source>Selected parcels: {count} ({mu} mu)</source>
      <translation>已选图斑：{count} 个（{mu} 亩）</translation>
    </message>
    <message>
      <source>Sensitivity to the gap</source>
      <translation>间距敏感性</translation>
    </message>
    <message>
      <source>Service points</source>
      <translation>公共服务点</translation>
    </message>
    <message>
      <source>Services are measured along the roads.</source>
      <translation>至公共服务点的距离沿道路量算。</translation>
    </message>
    <message>
      <source>Services are measured straight.</source>
      <translation>至公共服务点的距离按直线量算。</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>写入内容</translation>
    </message>
    <message>
      <source>Sets category, sub-type, disposition, stage … of the parcels for which an expression holds.</source>
      <translation>对符合表达式的图斑写入类别、子类、处置方式、阶段等。</translation>
    </message>
    <message>
      <source>Settlement</source>
      <translation>农居点</translation>
    </message>
    <message>
      <source>Settlement number</source>
      <translation>农居点编号</translation>
    </message>
    <message>
      <source>Settlement polygons: the result of “Settlements from homesteads”, or any other.</source>
      <translation>农居点图层（面）：“农居点聚合”的结果，或其他来源的农居点。</translation>
    </message>
    <message>
      <source>Settlements</source>
      <translation>农居点</translation>
    </message>
    <message>
      <source>Settlements and statistics are joined by {field} and {other}.</source>
      <translation>农居点与统计表按 {field} 和 {other} 对应。</translation>
    </message>
    <message>
      <source>Settlements at a gap of {gap} m: {count}, with {area} mu of homesteads.</source>
      <translation>间距 {gap} 米时共有 {count} 个农居点，宅基地合计 {area} 亩。</translation>
    </message>
    <message>
      <source>Settlements from homesteads</source>
      <translation>农居点聚合</translation>
    </message>
    <message>
      <source>Settlements left to a person</source>
      <translation>留待人工研判的农居点数</translation>
    </message>
    <message>
      <source>Settlements suggested for relocation: {count}, with {mu} mu and {households} households as far as known. Left to a person: {undecided}. These are candidates, not decisions.</source>
      <translation>建议搬迁撤并的农居点 {count} 个，面积 {mu} 亩，{households} 户（已知部分）；留待人工研判 {undecided} 个。结果为候选，不是决定。</translation>
    </message>
    <message>
      <source>Settlements that no service reaches along the roads: {count}. They count as the farthest, {distance} km.</source>
      <translation>沿道路不能到达任何公共服务点的农居点：{count} 个，按最远距离 {distance} 千米处理。</translation>
    </message>
    <message>
      <source>Settlements that share a row of the statistics with others: {count}. Households are shared among them by area; vacancy and consent hold for each.</source>
      <translation>与其他农居点共用同一行统计数据的农居点：{count} 个。户数按面积分摊，空置率和同意率对各农居点相同。</translation>
    </message>
    <message>
      <source>Settlements to merge</source>
      <translation>建议撤并的农居点数</translation>
    </message>
    <message>
      <source>Settlements to merge [mu]</source>
      <translation>建议撤并的农居点面积（亩）</translation>
    </message>
    <message>
      <source>Settlements with households unknown</source>
      <translation>户数未知的农居点数</translation>
    </message>
    <message>
      <source>Settlements without a row in the statistics, their counts unknown: {count} ({names}).</source>
      <translation>统计表中没有对应行、户数等未知的农居点：{count} 个（{names}）。</translation>
    </message>
    <message>
      <source>Settlements – {layer}</source>
      <translation>农居点 – {layer}</translation>
    </message>
    <message>
      <source>Several codes possible</source>
      <translation>可有多个代码</translation>
    </message>
    <message>
      <source>Severity</source>
      <translation>严重程度</translation>
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
      <source>Shape of settlements</source>
      <translation>农居点形状</translation>
    </message>
    <message>
      <source>Shapefiles, GBK</source>
      <translation>Shapefile（GBK）</translation>
    </message>
    <message>
      <source>Shapefiles, UTF-8</source>
      <translation>Shapefile（UTF-8）</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>占比</translation>
    </message>
    <message>
      <source>Share in large blocks after</source>
      <translation>置换后大片耕地占比</translation>
    </message>
    <message>
      <source>Share in large blocks before</source>
      <translation>置换前大片耕地占比</translation>
    </message>
    <message>
      <source>Share inside</source>
      <translation>位于其内的比例</translation>
    </message>
    <message>
      <source>Share inside from</source>
      <translation>边界内占比下限</translation>
    </message>
    <message>
      <source>Share inside the boundary</source>
      <translation>边界内占比</translation>
    </message>
    <message>
      <source>Share now</source>
      <translation>现状占比</translation>
    </message>
    <message>
      <source>Share of</source>
      <translation>占比的分母</translation>
    </message>
    <message>
      <source>Share of a parcel in high-standard farmland from which it counts as lying in it.</source>
      <translation>图斑位于高标准农田内的占比达到该值时，视为在高标准农田内。</translation>
    </message>
    <message>
      <source>Share of a parcel inside the boundary from which it is looked at.</source>
      <translation>图斑位于边界内的占比达到此值时纳入判定。</translation>
    </message>
    <message>
      <source>Share of a parcel outside the boundary from which it is a candidate.</source>
      <translation>图斑的边界外面积占比达到此值即为候选。</translation>
    </message>
    <message>
      <source>Share of a parcel's area that a feature must hold for its suggestion to count. A road that crosses a block is not made farmland.</source>
      <translation>要素占图斑面积达到此比例，其建议才有效。穿过区块的道路不会因此成为农地。</translation>
    </message>
    <message>
      <source>Share of all land</source>
      <translation>占全部面积比例</translation>
    </message>
    <message>
      <source>Share of basic farmland built to high standard</source>
      <translation>永久基本农田中建成高标准农田的占比</translation>
    </message>
    <message>
      <source>Share of basic farmland built to high standard with the plan</source>
      <translation>规划后永久基本农田中建成高标准农田的占比</translation>
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
      <source>Share of the block's land</source>
      <translation>占本侧面积比例</translation>
    </message>
    <message>
      <source>Share of the block's land [%]</source>
      <translation>占本侧面积比例（%）</translation>
    </message>
    <message>
      <source>Share of the city's target</source>
      <translation>占全市目标比例</translation>
    </message>
    <message>
      <source>Share of the cropland in large blocks</source>
      <translation>大片耕地占耕地的比例</translation>
    </message>
    <message>
      <source>Share of the mainland's coastline that is natural in the base year.</source>
      <translation>基期年大陆自然海岸线所占比例。</translation>
    </message>
    <message>
      <source>Share of the mainland's coastline that the plan keeps natural.</source>
      <translation>规划保有的大陆自然海岸线所占比例。</translation>
    </message>
    <message>
      <source>Share of the parcel</source>
      <translation>占图斑面积比例</translation>
    </message>
    <message>
      <source>Share of the parcel from</source>
      <translation>占图斑面积下限</translation>
    </message>
    <message>
      <source>Share of the settlement</source>
      <translation>占农居点比例</translation>
    </message>
    <message>
      <source>Share of the target</source>
      <translation>占目标比例</translation>
    </message>
    <message>
      <source>Share of vacant dwellings below which a high village is alive.</source>
      <translation>空置率低于此值，高海拔村落即为有人气。</translation>
    </message>
    <message>
      <source>Share of vacant dwellings from which a village is hollow; it counts in full there.</source>
      <translation>空置率达到此值为空心村，该指标取 1。</translation>
    </message>
    <message>
      <source>Share of vacant dwellings from which vacancy stands out; it counts half there.</source>
      <translation>空置率达到此值即视为偏高，该指标取 0.5。</translation>
    </message>
    <message>
      <source>Share outside</source>
      <translation>边界外占比</translation>
    </message>
    <message>
      <source>Share outside from</source>
      <translation>边界外占比下限</translation>
    </message>
    <message>
      <source>Share that makes a parcel lie in a zone</source>
      <translation>视为在内的占比下限</translation>
    </message>
    <message>
      <source>Share vacant</source>
      <translation>空置率</translation>
    </message>
    <message>
      <source>Share vacant from which it is high.</source>
      <translation>空置率达到此值为偏高。</translation>
    </message>
    <message>
      <source>Share vacant, 0 to 1. Empty: a field usually called so, such as 空置率.</source>
      <translation>空置率，0 至 1 的小数。留空：采用常用名称的字段，例如“空置率”。</translation>
    </message>
    <message>
      <source>Share with the plan</source>
      <translation>规划后占比</translation>
    </message>
    <message>
      <source>Shared out</source>
      <translation>分配</translation>
    </message>
    <message>
      <source>Shares, layers, combinations, where most is left to build, and the parameters as a page to read or print.</source>
      <translation>占比、各图层、套合组合、待建最多的图斑和参数，供阅读或打印的网页。</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>工作表</translation>
    </message>
    <message>
      <source>Shelterbelts and links</source>
      <translation>林网和廊道</translation>
    </message>
    <message>
      <source>Shelterbelts to plant [m]</source>
      <translation>待补植林带（米）</translation>
    </message>
    <message>
      <source>Shelterbelts to plant: {amount} m.</source>
      <translation>待补植林带 {amount} 米。</translation>
    </message>
    <message>
      <source>Silent rules</source>
      <translation>未查找的规则数</translation>
    </message>
    <message>
      <source>Since this layer was read, somebody else saved other tags for parcels you tagged: {count}. Which shall be kept? Those given up are written to the log.</source>
      <translation>读取图层之后，他人对您标注过的 {count} 个图斑保存了不同的标注。保留哪一方的？被放弃的标注会写入日志。</translation>
    </message>
    <message>
      <source>Sites as points or polygons. Each counts once, in the village that holds most of it.</source>
      <translation>遗产点或面图层。每处只计一次，计入所占面积最大的村。</translation>
    </message>
    <message>
      <source>Sites worth keeping for what they are. Industry there is to be converted.</source>
      <translation>有保留价值的场所。位于其中的工业用地建议转型利用。</translation>
    </message>
    <message>
      <source>Sizes are those of single parcels, by net area, as the form asks. Upper bounds are inclusive: 5 mu counts as ≤5 mu, 15° as ≤15°. The mean quality grade is weighted by area.</source>
      <translation>连片大小按表的要求以单个图斑的净面积划分。上限含在本级内：5 亩计入 ≤5 亩，15° 计入 ≤15°。平均质量等别按面积加权。</translation>
    </message>
    <message>
      <source>Slope [°]</source>
      <translation>坡度（度）</translation>
    </message>
    <message>
      <source>Slope field</source>
      <translation>坡度字段</translation>
    </message>
    <message>
      <source>Slope field [°]</source>
      <translation>坡度字段（度）</translation>
    </message>
    <message>
      <source>Slope from</source>
      <translation>坡度来源</translation>
    </message>
    <message>
      <source>Slope from which cropland may leave. Cropland of slope grade 5 may leave too.</source>
      <translation>坡度达到此数的耕地可调出。坡度级别为 5 的耕地也可调出。</translation>
    </message>
    <message>
      <source>Slope given as</source>
      <translation>坡度的表示方式</translation>
    </message>
    <message>
      <source>Slope grade</source>
      <translation>坡度级别</translation>
    </message>
    <message>
      <source>Slope grade 1 to 5</source>
      <translation>坡度级别 1 至 5</translation>
    </message>
    <message>
      <source>Slope grade field</source>
      <translation>坡度级别字段</translation>
    </message>
    <message>
      <source>Slope grade of cropland, 1 to 5. Empty: GDPDJB where the layer has it.</source>
      <translation>耕地坡度级别，1 至 5。不填：有 GDPDJB 字段时取之。</translation>
    </message>
    <message>
      <source>Slope grade {grade}.</source>
      <translation>坡度级别 {grade}。</translation>
    </message>
    <message>
      <source>Slope not known</source>
      <translation>坡度未知</translation>
    </message>
    <message>
      <source>Slope up to which forest and orchard may come in.</source>
      <translation>坡度不大于此数的林地、园地可调入。</translation>
    </message>
    <message>
      <source>Slope {slope}°.</source>
      <translation>坡度 {slope}°。</translation>
    </message>
    <message>
      <source>Smallest net area of each block class in mu, ascending, separated by semicolons.</source>
      <translation>各规模等级的最小净面积（亩），按升序填写，用分号分隔。</translation>
    </message>
    <message>
      <source>Smallest overlap and gap</source>
      <translation>最小重叠和缝隙</translation>
    </message>
    <message>
      <source>Smallest overlap and gap [m²]</source>
      <translation>最小重叠和缝隙（平方米）</translation>
    </message>
    <message>
      <source>Somebody else deleted parcels that you tagged, so these tags are not saved: {ids}.</source>
      <translation>您标注的图斑已被他人删除，这些标注没有保存：{ids}。</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Speaks against</source>
      <translation>表明低效的候选数</translation>
    </message>
    <message>
      <source>Special place</source>
      <translation>特色点</translation>
    </message>
    <message>
      <source>Special places</source>
      <translation>特色村落和特色点</translation>
    </message>
    <message>
      <source>Special places [mu]</source>
      <translation>特色农居点（亩）</translation>
    </message>
    <message>
      <source>Special places – {layer}</source>
      <translation>特色村落 – {layer}</translation>
    </message>
    <message>
      <source>Special places: {count} settlements with {mu} mu. High places of which nobody knows whether they are alive: {open}.</source>
      <translation>特色农居点 {count} 个，{mu} 亩。高海拔而人气未知的农居点 {open} 个。</translation>
    </message>
    <message>
      <source>Special places: {layer}</source>
      <translation>特色村落和特色点：{layer}</translation>
    </message>
    <message>
      <source>Stage</source>
      <translation>阶段</translation>
    </message>
    <message>
      <source>Stands in the form as you write it.</source>
      <translation>按填写内容列入表中。</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Start editing</source>
      <translation>开始编辑</translation>
    </message>
    <message>
      <source>Start editing first</source>
      <translation>请先开始编辑</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Status there</source>
      <translation>对方状态</translation>
    </message>
    <message>
      <source>Stays as it is</source>
      <translation>不变</translation>
    </message>
    <message>
      <source>Steep cropland</source>
      <translation>陡坡耕地</translation>
    </message>
    <message>
      <source>Steep cropland [mu]</source>
      <translation>陡坡耕地（亩）</translation>
    </message>
    <message>
      <source>Steep cropland from [°]</source>
      <translation>陡坡耕地坡度下限（度）</translation>
    </message>
    <message>
      <source>Steep from [°]</source>
      <translation>陡坡下限（°）</translation>
    </message>
    <message>
      <source>Steep from slope grade</source>
      <translation>陡坡下限（坡度级别）</translation>
    </message>
    <message>
      <source>Steep or gentle enough, yet not to change</source>
      <translation>坡度符合但不予变动的地块</translation>
    </message>
    <message>
      <source>Steeper parcels are left out: above 25° the law allows no new cropland. Empty: no limit.</source>
      <translation>更陡的图斑予以排除：法律规定 25° 以上陡坡地不得新垦为耕地。留空：不限。</translation>
    </message>
    <message>
      <source>Steepest slope [°]</source>
      <translation>坡度上限（°）</translation>
    </message>
    <message>
      <source>Steepest slope grade</source>
      <translation>最大坡度级别</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>Stop editing</source>
      <translation>停止编辑</translation>
    </message>
    <message>
      <source>Stored by others</source>
      <translation>他人已保存</translation>
    </message>
    <message>
      <source>Storing styles and metadata</source>
      <translation>正在保存样式和元数据</translation>
    </message>
    <message>
      <source>Stray below [mu]</source>
      <translation>零星上限（亩）</translation>
    </message>
    <message>
      <source>Stray: with its neighbours it has {mu} mu, below {limit} mu.</source>
      <translation>零星：与相邻工业用地合计 {mu} 亩，小于 {limit} 亩。</translation>
    </message>
    <message>
      <source>Strip [mu]</source>
      <translation>条带（亩）</translation>
    </message>
    <message>
      <source>Strips</source>
      <translation>条带</translation>
    </message>
    <message>
      <source>Structure adjustment table</source>
      <translation>用地结构调整表</translation>
    </message>
    <message>
      <source>Structure adjustment table – {layer}</source>
      <translation>用地结构调整表 – {layer}</translation>
    </message>
    <message>
      <source>Sub-type</source>
      <translation>子类</translation>
    </message>
    <message>
      <source>Sub-type there</source>
      <translation>对方子类</translation>
    </message>
    <message>
      <source>Sub-types besides</source>
      <translation>其他子类</translation>
    </message>
    <message>
      <source>Suggest categories</source>
      <translation>建议类别</translation>
    </message>
    <message>
      <source>Suggest categories for {count} parcels</source>
      <translation>为 {count} 个图斑建议类别</translation>
    </message>
    <message>
      <source>Suggest categories from the results of the other tools in this project</source>
      <translation>根据本工程中其他工具的结果建议类别</translation>
    </message>
    <message>
      <source>Suggested</source>
      <translation>处置建议</translation>
    </message>
    <message>
      <source>Suggested by</source>
      <translation>建议来源</translation>
    </message>
    <message>
      <source>Suggested: {disposal}.</source>
      <translation>处置建议：{disposal}。</translation>
    </message>
    <message>
      <source>Suggesting categories for {layer}</source>
      <translation>正在为 {layer} 建议类别</translation>
    </message>
    <message>
      <source>Suggestion</source>
      <translation>建议</translation>
    </message>
    <message>
      <source>Suggestions to look at: {count}.</source>
      <translation>待审查的建议：{count} 条。</translation>
    </message>
    <message>
      <source>Suggestions: {count} parcels. Tags that persons gave stay: {kept}.</source>
      <translation>建议：{count} 个图斑。保留人工标注：{kept} 个。</translation>
    </message>
    <message>
      <source>Summary by group</source>
      <translation>分组汇总</translation>
    </message>
    <message>
      <source>Summary by rule</source>
      <translation>按规则汇总</translation>
    </message>
    <message>
      <source>Summary by sub-type</source>
      <translation>按子类汇总</translation>
    </message>
    <message>
      <source>Summary by village</source>
      <translation>分村汇总</translation>
    </message>
    <message>
      <source>Summary of the validation</source>
      <translation>质检汇总表</translation>
    </message>
    <message>
      <source>Surplus quota</source>
      <translation>节余指标</translation>
    </message>
    <message>
      <source>Surplus quota = reclaimed construction land − resettlement − new building − reserve. It may be negative.</source>
      <translation>节余指标 = 复垦建设用地 − 安置用地 − 新增建设用地 − 预留指标，可以为负。</translation>
    </message>
    <message>
      <source>Surplus quota [mu]</source>
      <translation>节余指标（亩）</translation>
    </message>
    <message>
      <source>Survey parcels</source>
      <translation>调查图斑</translation>
    </message>
    <message>
      <source>Survey parcels (DLTB) with the survey's codes, instead of a delivery. Have invalid features not filtered (the spanner beside the layer), so that they are reported.</source>
      <translation>国土调查地类图斑（DLTB，调查代码），代替成果。请点图层旁的扳手，将无效要素设为不过滤，以便报告这些要素。</translation>
    </message>
    <message>
      <source>Surveyed extents of geological hazards, or areas of high susceptibility. Settlements inside are candidates for safety.</source>
      <translation>已查明的地质灾害影响范围，或高易发区。位于其中的农居点，为保障安全列为搬迁候选。</translation>
    </message>
    <message>
      <source>TARGET_MU: the target is {value} mu. Give a number above 0, or leave it empty.</source>
      <translation>TARGET_MU：目标为 {value} 亩。请填写大于 0 的数，或留空。</translation>
    </message>
    <message>
      <source>TARGET_YEAR: {year} lies before the base year {base}. Give a later one.</source>
      <translation>TARGET_YEAR：{year} 早于基期年 {base}。请填写更晚的年份。</translation>
    </message>
    <message>
      <source>TAX_MEAN: the county's mean tax per mu is {value}. Give a number above 0, or leave it empty to take the mean of the enterprises.</source>
      <translation>TAX_MEAN：全县亩均税收为 {value}。请填写大于 0 的数值，或留空，采用各企业的平均值。</translation>
    </message>
    <message>
      <source>TAX_MEAN: the mean of {count} enterprises of the data is taken, {mean} per mu. Give the county's mean where it is known.</source>
      <translation>TAX_MEAN：采用数据中 {count} 家企业的平均值，亩均 {mean}。已知全县平均值时请填写。</translation>
    </message>
    <message>
      <source>TAX_MEAN: there is no mean tax to compare with, so the tax is unknown evidence.</source>
      <translation>TAX_MEAN：没有可对照的平均税收，税收依据按未知处理。</translation>
    </message>
    <message>
      <source>Table of villages</source>
      <translation>各村数据表</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>标注</translation>
    </message>
    <message>
      <source>Tag as {tag} ({count})</source>
      <translation>标注：{tag}（{count} 个）</translation>
    </message>
    <message>
      <source>Tag by expression</source>
      <translation>按表达式标注</translation>
    </message>
    <message>
      <source>Tag code does not fit</source>
      <translation>标注代码不符</translation>
    </message>
    <message>
      <source>Tag fields added: {names}.</source>
      <translation>已添加标注字段：{names}。</translation>
    </message>
    <message>
      <source>Tag the selected parcels: {name}</source>
      <translation>标注所选图斑：{name}</translation>
    </message>
    <message>
      <source>Tag where</source>
      <translation>标注条件</translation>
    </message>
    <message>
      <source>Tag: {name}</source>
      <translation>标注：{name}</translation>
    </message>
    <message>
      <source>Tagged [mu]</source>
      <translation>已标注（亩）</translation>
    </message>
    <message>
      <source>Tagged at</source>
      <translation>标注时间</translation>
    </message>
    <message>
      <source>Tagged by</source>
      <translation>标注来源</translation>
    </message>
    <message>
      <source>Tagged by others meanwhile</source>
      <translation>他人同时作了标注</translation>
    </message>
    <message>
      <source>Tagged land [mu]</source>
      <translation>已标注面积（亩）</translation>
    </message>
    <message>
      <source>Tagged parcels</source>
      <translation>已标注的图斑</translation>
    </message>
    <message>
      <source>Tagged parcels whose slope is not known, taken as not steep, where it matters: {count}. Give a DEM or a slope field.</source>
      <translation>坡度影响结果而坡度不明、按不陡处理的已标注图斑：{count} 个。请提供 DEM 或坡度字段。</translation>
    </message>
    <message>
      <source>Tagged parcels, with the field zz_cat.</source>
      <translation>已标注的图斑，带有字段 zz_cat。</translation>
    </message>
    <message>
      <source>Tagged parcels: {count}, with {mu} mu. Parcels not tagged: {rest}.</source>
      <translation>已标注图斑 {count} 个，{mu} 亩；未标注图斑 {rest} 个。</translation>
    </message>
    <message>
      <source>Tagging parcels</source>
      <translation>正在标注图斑</translation>
    </message>
    <message>
      <source>Tags are not checked yet.</source>
      <translation>尚未检查标注。</translation>
    </message>
    <message>
      <source>Tags changed since: check again.</source>
      <translation>此后标注有改动，请重新检查。</translation>
    </message>
    <message>
      <source>Tags every parcel for which an expression holds. What is left empty stays as it is; where the category changes and no sub-type is given, a sub-type of another category is cleared.

Each tag says which rule gave it, with the expression and the time. Parcels that a person tagged are left alone unless “Replace what people decided” is on. Tags that another rule gave are replaced: the later rule wins.

The result is a copy, with the tag fields added where they are missing. While a prepared layer is being edited the tool can also work in place, on the selected features or all; then only what changes is written, and one undo takes it back.</source>
      <translation>标注符合表达式的全部图斑。留空的项保持原值；类别改变而没有给出子类时，属于其他类别的子类会被清除。

每个标注都记录由哪条规则给出，并附表达式和时间。人工标注的图斑保持不变，除非打开“替换人工标注”。其他规则给出的标注会被替换：后运行的规则优先。

结果为副本，缺少的标注字段会自动添加。已准备的图层处于编辑状态时，也可就地运行，处理所选要素或全部要素；此时只写入有变化的内容，撤销一次即可还原。</translation>
    </message>
    <message>
      <source>Take the faults off the list: validating again brings back what is not fixed</source>
      <translation>从列表中移除所选问题；再次质检时，未改正的会重新列出</translation>
    </message>
    <message>
      <source>Take the tag off the selected parcels</source>
      <translation>清除所选图斑的标注</translation>
    </message>
    <message>
      <source>Take the tags saved by others</source>
      <translation>采用他人保存的标注</translation>
    </message>
    <message>
      <source>Take theirs</source>
      <translation>采用他人的</translation>
    </message>
    <message>
      <source>Takes tagged parcels, of the village or of a whole township, and the village's code. Picks the village's parcels, gives them plan codes, writes the delivery, fills in the structure adjustment table and the indicators, and checks what was written.

In a batch each row is a village; a row that fails names its village and does not stop the others. An earlier delivery stays unless you have it replaced.

Look at “To be decided” before you hand anything in: it lists what needs a person.</source>
      <translation>输入带标注的图斑（本村或全乡镇）和村代码。选出本村图斑，给出规划用途代码，写出成果，填写用地结构调整表和规划指标，并对写出的成果作质检。

批处理时每行一个村；某行失败时写明村名，不影响其他行。已有的成果默认保留，除非选择替换。

提交之前请先看“待定清单”：其中列出须由人决定的事项。</translation>
    </message>
    <message>
      <source>Takes the parcels that the survey records as restorable at once (JKHF) or by works (GCHF), and K classes where asked for, and puts them in the order in which to restore them.

First what lies in high-standard farmland: restorable at once, then by works. Then what is restorable at once and touches a farmland block of 100 mu or more, with the block's new class. Then all others, K classes last. Within a tier gentler slope comes first, then the larger parcel.

What lies in the ecological redline or on land to leave out, or is steeper than 25°, is left out, and its reasons say why. With a target in mu, the result says where the line falls. No input is changed.</source>
      <translation>从国土调查中标注为即可恢复（JKHF）、工程恢复（GCHF）的图斑以及（选择计入时）可调整地类（K）中，排出恢复的先后次序。

首先是高标准农田内的：先即可恢复，后工程恢复。其次是与 100 亩及以上耕地区块相接的即可恢复图斑，并给出区块恢复后的规模等级。然后是其他图斑，可调整地类排在最后。同一梯次内，坡度缓的在先，面积大的在先。

位于生态保护红线或排除范围内、坡度大于 25° 的图斑予以排除，判定理由会写明原因。给出目标面积时，成果会说明目标线落在哪里。不改动任何输入数据。</translation>
    </message>
    <message>
      <source>Takes the results of farmland contiguity, village relocation and inefficient industry, any of them, and carries their category, sub-type, disposition and reasons to the parcels: to each from the feature that holds the largest share of it.

Where several results want the same parcel, the order of codes decides, then the larger share; a table lists every parcel for which they want different categories. Each tag names the tool it came from, its reasons and its parameters.

These are suggestions: they are written only to parcels that have no tag. What a person decided is never changed, a suggestion a person rejected does not come back, and what a rule tagged before stays. The result is a copy; no input is changed.</source>
      <translation>采用耕地集中连片、村庄搬迁候选和边界外低效工业用地的结果（任意几项），将其类别、子类、处置方式和理由落到图斑上：每个图斑取占其面积最大的要素。

多项结果涉及同一图斑时，先按代码优先次序，再按占比大小决定；类别不一致的图斑另列一表。每个标注都记录所来自的工具、理由和参数。

结果只是建议，只写入没有标注的图斑。人工的决定不会改动，已驳回的建议不会再次出现，规则先前的标注保持不变。结果为副本，不改动任何输入图层。</translation>
    </message>
    <message>
      <source>Takes the survey parcels, the binding lines and whatever else is known of a township. Runs the screening tools of farmland, villages, industry, towns, ecology and special places, carries what they suggest to the parcels as 5+X tags, and adds up how much land carries which tag.

What is not given stays unknown and is said so; it is never taken for nothing. Every tag is a suggestion with its reasons: people decide, parcel by parcel, in the dock “5+X tagging”. Nothing that a person tagged is changed, and neither are the inputs.

Each step can be run by itself, with all its parameters.</source>
      <translation>输入国土调查图斑、三区三线以及乡镇其他已掌握的资料。依次运行农地、村庄、工业、城镇、生态和特色各类筛查工具，把建议作为 5+X 标注写到图斑上，并汇总各类标注的面积。

没有给出的资料按“未知”处理并写明，绝不当作“没有”。所有标注都是带理由的建议，由人在“5+X 标注”面板中逐一决定。人工标注过的内容不会改动，输入图层也不会改动。

每一步都可以单独运行，参数更全。</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>Target [mu]</source>
      <translation>目标（亩）</translation>
    </message>
    <message>
      <source>Target year</source>
      <translation>目标年</translation>
    </message>
    <message>
      <source>Targets</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>Tax field (per mu)</source>
      <translation>亩均税收字段</translation>
    </message>
    <message>
      <source>Tax per mu is {value} % of the county's mean, below {limit} %.</source>
      <translation>亩均税收为全县平均值的 {value}%，低于 {limit}%。</translation>
    </message>
    <message>
      <source>Tax per mu over the county's mean below which it is low.</source>
      <translation>亩均税收与全县平均值之比低于此值为税收偏低。</translation>
    </message>
    <message>
      <source>Tax per mu, of the mean</source>
      <translation>亩均税收与平均值之比</translation>
    </message>
    <message>
      <source>Tax per mu. Empty: a field usually called so, such as tax_per_mu or 亩均税收.</source>
      <translation>亩均税收。留空：自动采用常见字段，例如 tax_per_mu、亩均税收（如有）。</translation>
    </message>
    <message>
      <source>Terrain</source>
      <translation>地形</translation>
    </message>
    <message>
      <source>Terrain model (DEM)</source>
      <translation>数字高程模型（DEM）</translation>
    </message>
    <message>
      <source>Terrain, 0–1</source>
      <translation>地形（0–1）</translation>
    </message>
    <message>
      <source>Terrain, points</source>
      <translation>地形（得分）</translation>
    </message>
    <message>
      <source>The 13 indicators of a village plan, before and after, per village and in total.</source>
      <translation>村庄规划的 13 项指标，各村和全部村的基期年与规划数值。</translation>
    </message>
    <message>
      <source>The GeoPackage of a delivery, instead of a folder.</source>
      <translation>成果的 GeoPackage，代替文件夹。</translation>
    </message>
    <message>
      <source>The area of the plan: the village, or several.</source>
      <translation>规划范围：一个或几个村。</translation>
    </message>
    <message>
      <source>The blocks that “Farmland contiguity” wrote. Land beside a block of 100 mu or more is worth reclaiming.</source>
      <translation>“耕地集中连片”输出的连片区块。与 100 亩及以上区块相邻的用地，复垦价值高。</translation>
    </message>
    <message>
      <source>The blocks that “Farmland contiguity” wrote. Shelterbelts are looked for between large ones.</source>
      <translation>“耕地集中连片”输出的连片区块，在大片区块之间查找农田林网缺口。</translation>
    </message>
    <message>
      <source>The blocks that “Farmland contiguity” wrote. Without them no parcel can come into tier 3.</source>
      <translation>“耕地集中连片”输出的连片区块。没有时，没有图斑能列入第 3 梯次。</translation>
    </message>
    <message>
      <source>The blocks that “Farmland contiguity” wrote; those that reach a class count as contiguous. Empty: all planned cropland of a project counts.</source>
      <translation>“耕地集中连片”输出的连片区块，达到规模等级的计为集中连片。留空时计入项目的全部规划耕地。</translation>
    </message>
    <message>
      <source>The boundary within which the village may build.</source>
      <translation>村庄可以建设的范围。</translation>
    </message>
    <message>
      <source>The categories are your own, and none of them counts towards a target of the city.</source>
      <translation>采用的是自定义类别，均不计入全市目标。</translation>
    </message>
    <message>
      <source>The city's target to 2026: {mu} mu.</source>
      <translation>全市到 2026 年的目标：{mu} 亩。</translation>
    </message>
    <message>
      <source>The code system does not have the code {code}.</source>
      <translation>编码体系中没有代码 {code}。</translation>
    </message>
    <message>
      <source>The coordinates cannot be transformed from {source} to {target}. Set the right CRS in the layer's properties and run again.</source>
      <translation>坐标无法从 {source} 转换到 {target}。请在图层属性中设置正确的坐标参照系后重新运行。</translation>
    </message>
    <message>
      <source>The county's own list: a table joined by a key, or a layer joined by where it lies. What is on it is a candidate.</source>
      <translation>县（市、区）自己的低效用地名单：按连接字段关联的表，或按位置关联的图层。列入名单的即为候选。</translation>
    </message>
    <message>
      <source>The cropland that leaves is {share} of the city's target to 2026 of {mu} mu.</source>
      <translation>调出耕地相当于全市 2026 年目标 {mu} 亩的 {share}。</translation>
    </message>
    <message>
      <source>The decided base code {code} does not fit {source} and is left out.</source>
      <translation>已定基期年代码 {code} 与 {source} 不符，未采用。</translation>
    </message>
    <message>
      <source>The delivery</source>
      <translation>成果</translation>
    </message>
    <message>
      <source>The delivery becomes a folder in it, named after village and profile; what else is there is left alone.</source>
      <translation>成果存为其中的一个文件夹，以村和成果类型命名；其他内容不受影响。</translation>
    </message>
    <message>
      <source>The delivery has no workbook: that needs the Python package openpyxl, which this QGIS does not have.</source>
      <translation>成果中没有工作簿：需要 Python 包 openpyxl，当前 QGIS 没有安装。</translation>
    </message>
    <message>
      <source>The delivery is in {crs} ({name}), the parcels are in {own}.</source>
      <translation>成果坐标为 {crs}（{name}），图斑坐标为 {own}。</translation>
    </message>
    <message>
      <source>The development boundary as approved: the delivery's own must not be larger.</source>
      <translation>批准的城镇开发边界：成果中的不得扩大。</translation>
    </message>
    <message>
      <source>The ecological redline (STBHHX). Cleared land inside becomes forest, and nothing is built there.</source>
      <translation>生态保护红线（STBHHX）。其中的腾退土地还林，不安排建设。</translation>
    </message>
    <message>
      <source>The ecological redline (STBHHX). Construction land inside goes back to forest.</source>
      <translation>生态保护红线（STBHHX）。其中的建设用地复垦还林。</translation>
    </message>
    <message>
      <source>The ecological redline (STBHHX). Forest in it never comes in.</source>
      <translation>生态保护红线（STBHHX）。其中的林地不予调入。</translation>
    </message>
    <message>
      <source>The ecological redline (STBHHX). Industry inside is to be cleared.</source>
      <translation>生态保护红线（STBHHX）。位于其中的工业用地建议清退复垦。</translation>
    </message>
    <message>
      <source>The ecological redline (STBHHX). Parcels with 1 m² or more inside are left out.</source>
      <translation>生态保护红线（STBHHX）。有 1 平方米及以上位于其中的图斑予以排除。</translation>
    </message>
    <message>
      <source>The ecological redline (STBHHX). The area inside is measured and stands in the reasons.</source>
      <translation>生态保护红线（STBHHX）。量算位于其中的面积，并写入判定理由。</translation>
    </message>
    <message>
      <source>The ecological redline as approved: no new construction inside. Empty: the delivery's own.</source>
      <translation>批准的生态保护红线：其中不得新增建设。留空时使用成果自带的红线。</translation>
    </message>
    <message>
      <source>The farmland parcels with their own fields, the number and class of their block, and areas.</source>
      <translation>耕地图斑及其原有字段，另加所在区块的编号、等级和面积。</translation>
    </message>
    <message>
      <source>The field of the enterprises that names their parcel. Empty: a usual one, such as parcel_bsm.</source>
      <translation>企业图层或表格中标明所在图斑的字段。留空：自动采用常见字段，例如 parcel_bsm（如有）。</translation>
    </message>
    <message>
      <source>The field of the list that names a parcel. Empty: a usual one, such as parcel_bsm.</source>
      <translation>名单中指明图斑的字段。留空：采用常用字段，例如 parcel_bsm。</translation>
    </message>
    <message>
      <source>The field of the list that names a settlement. Empty: the village's name.</source>
      <translation>名单中指明农居点的字段。留空：采用村名。</translation>
    </message>
    <message>
      <source>The field of the parcels that enterprises name. Empty: BSM, or by location where the enterprises have shapes.</source>
      <translation>图斑中与企业对应的字段。留空：采用 BSM；企业带有几何图形时，按位置连接。</translation>
    </message>
    <message>
      <source>The field of the parcels that the list names. Empty: BSM, or by location where the list has shapes.</source>
      <translation>图斑中与名单对应的字段。留空：采用 BSM；名单有几何图形时按位置关联。</translation>
    </message>
    <message>
      <source>The field of the plan with the codes of use. Empty: plan_code, or a field usually called so.</source>
      <translation>规划图层中用途代码所在的字段。留空：采用 plan_code 或常用名称的字段。</translation>
    </message>
    <message>
      <source>The field of the settlements that tells which row of the statistics is theirs. Empty: the village's name.</source>
      <translation>农居点图层中与统计表对应的字段。留空：村名。</translation>
    </message>
    <message>
      <source>The field of the settlements that the list names. Empty: the village's name, or by location where the list has shapes.</source>
      <translation>农居点中与名单对应的字段。留空：采用村名；名单有几何图形时按位置关联。</translation>
    </message>
    <message>
      <source>The field of the statistics that holds the same keys. Empty: the village's name.</source>
      <translation>统计表中取值与之相同的字段。留空：村名。</translation>
    </message>
    <message>
      <source>The field that marks land in a city (201) or town (202). Empty: CZCSXM where there is one.</source>
      <translation>标明城市（201）或建制镇（202）用地的字段。留空：有 CZCSXM 时采用该字段。</translation>
    </message>
    <message>
      <source>The field with areas in m², used when areas come from a field. Empty: TBDLMJ.</source>
      <translation>面积字段（平方米），面积取自字段时使用。留空：TBDLMJ。</translation>
    </message>
    <message>
      <source>The field with the land and sea use code (2023) of the base year.</source>
      <translation>记录基期年用地用海代码（2023）的字段。</translation>
    </message>
    <message>
      <source>The field with the land codes, such as DLBM.</source>
      <translation>地类编码所在的字段，例如 DLBM。</translation>
    </message>
    <message>
      <source>The field with the land use codes of the base year.</source>
      <translation>基期年用地用海代码所在的字段。</translation>
    </message>
    <message>
      <source>The field with the planned land and sea use code (2023).</source>
      <translation>记录规划用地用海代码（2023）的字段。</translation>
    </message>
    <message>
      <source>The field with the planned land use codes.</source>
      <translation>规划用地用海代码所在的字段。</translation>
    </message>
    <message>
      <source>The field with the slope grade 1 to 5. Empty: GDPDJB.</source>
      <translation>坡度级别（1 至 5）字段。留空：GDPDJB。</translation>
    </message>
    <message>
      <source>The field with the slope of the parcels. The survey gives a grade (GDPDJB) to cropland only. Where the field is empty the terrain model is used.</source>
      <translation>图斑的坡度字段。国土调查只给耕地标注坡度级别（GDPDJB）。字段为空的图斑采用数字高程模型。</translation>
    </message>
    <message>
      <source>The field with the villages' names. Empty: a usual one, such as ZLDWMC or XZQMC, where there is one.</source>
      <translation>村名所在的字段。留空：自动采用常见字段，例如 ZLDWMC、XZQMC（如有）。</translation>
    </message>
    <message>
      <source>The field with the width of long parcels in metres. Empty: XZDWKD; where there is none, the width is worked out from area and perimeter.</source>
      <translation>线状图斑宽度（米）字段。留空：XZDWKD；没有宽度值时按面积和周长推算。</translation>
    </message>
    <message>
      <source>The first line that fits names the sub-type; what holds besides is kept with it.</source>
      <translation>以第一条符合的为子类，其他符合的一并保留。</translation>
    </message>
    <message>
      <source>The first {count} changes are listed.</source>
      <translation>仅列出前 {count} 项变化。</translation>
    </message>
    <message>
      <source>The first {count} projects; table and workbook have every one.</source>
      <translation>仅列前 {count} 个项目，表和工作簿中有全部项目。</translation>
    </message>
    <message>
      <source>The first {count} rows; the layer has every one.</source>
      <translation>仅列前 {count} 行，完整内容见图层。</translation>
    </message>
    <message>
      <source>The first {count} rows; the ledger table has every one.</source>
      <translation>仅列前 {count} 行，全部见台账表。</translation>
    </message>
    <message>
      <source>The first {count} rows; the summary table has every one.</source>
      <translation>仅列前 {count} 行，全部见分村汇总表。</translation>
    </message>
    <message>
      <source>The first {count} villages; table and workbook have every one.</source>
      <translation>只列前 {count} 个村，表和工作簿中有全部村。</translation>
    </message>
    <message>
      <source>The first {shown} of {total} are listed; the layer of errors has all.</source>
      <translation>共 {total} 条，此处列出前 {shown} 条，全部见问题图层。</translation>
    </message>
    <message>
      <source>The folder of a delivery: shapefiles, a GeoPackage or a file geodatabase in it, or the file geodatabase itself.</source>
      <translation>成果所在文件夹：其中有 Shapefile、GeoPackage 或文件地理数据库；也可以是文件地理数据库本身。</translation>
    </message>
    <message>
      <source>The form as a page to read or print.</source>
      <translation>可阅读、打印的网页形式。</translation>
    </message>
    <message>
      <source>The form as a workbook to print or calculate on.</source>
      <translation>审查表的工作簿，可打印或继续计算。</translation>
    </message>
    <message>
      <source>The form as a workbook to print or calculate on: one sheet in total and one per village.</source>
      <translation>可打印、可继续计算的工作簿：合计一张，每村一张。</translation>
    </message>
    <message>
      <source>The form asks for a finer code: review these parcels.</source>
      <translation>表中要求更细的代码，请核对这些图斑。</translation>
    </message>
    <message>
      <source>The form has no row for this use.</source>
      <translation>表中没有此类用地的行。</translation>
    </message>
    <message>
      <source>The form with both sides beside each other as a page to read or print.</source>
      <translation>审查表网页，调出、调入并列，可阅读或打印。</translation>
    </message>
    <message>
      <source>The heritage sites, each with the settlement it stands in.</source>
      <translation>文保点及其所在农居点。</translation>
    </message>
    <message>
      <source>The indicators as a page to read or print.</source>
      <translation>可阅读、打印的网页形式。</translation>
    </message>
    <message>
      <source>The indicators as a workbook to print or calculate on: all villages, and each.</source>
      <translation>可打印、可继续计算的工作簿：全部村和各村。</translation>
    </message>
    <message>
      <source>The input changed while the tool was running. Run it again.</source>
      <translation>运行期间输入图层发生了变化，请重新运行。</translation>
    </message>
    <message>
      <source>The journal of unsaved tags cannot be written ({reason}): save often, a crash would lose them.</source>
      <translation>未保存标注的记录无法写入（{reason}）：请经常保存，否则程序异常退出时会丢失。</translation>
    </message>
    <message>
      <source>The land that these lines need, as strips of the rule's width.</source>
      <translation>这些线所需的土地，按规则规定的宽度成条带。</translation>
    </message>
    <message>
      <source>The layer could not be counted ({reason}).</source>
      <translation>图层无法统计（{reason}）。</translation>
    </message>
    <message>
      <source>The layer is being edited: save its edits to keep the fields.</source>
      <translation>图层处于编辑状态：请保存编辑内容，以保留新增字段。</translation>
    </message>
    <message>
      <source>The layer refused to change feature {id}. Nothing was changed.</source>
      <translation>图层拒绝修改要素 {id}，未作任何修改。</translation>
    </message>
    <message>
      <source>The layer's CRS {crs} does not measure true metres. Distances are measured in {work} ({name}).</source>
      <translation>图层的坐标参照系 {crs} 不能按实地米数量测，距离改在 {work}（{name}）中量算。</translation>
    </message>
    <message>
      <source>The layout of the delivery: 0 FJ, 1 HZ, 2 TDZZ, our own. Not used where a profile file is given.</source>
      <translation>成果格式：0 为 FJ，1 为 HZ，2 为 TDZZ（本插件自定，非官方）。指定了成果格式文件时不用。</translation>
    </message>
    <message>
      <source>The ledger with a chart, the targets and the parameters as a page to read or print.</source>
      <translation>台账网页，含图表、目标进度和参数，可阅读或打印。</translation>
    </message>
    <message>
      <source>The ledger with charts, targets and parameters as a page to read or print.</source>
      <translation>供阅读或打印的网页：台账、图表、目标完成情况和参数。</translation>
    </message>
    <message>
      <source>The list comes when the layer is counted.</source>
      <translation>图层统计完成后列出。</translation>
    </message>
    <message>
      <source>The list is empty</source>
      <translation>列表为空</translation>
    </message>
    <message>
      <source>The map's own tools act on another layer: choose “{layer}” in the Layers panel to select parcels.</source>
      <translation>地图的选择工具当前作用于其他图层：请在“图层”面板中选中“{layer}”，再选择图斑。</translation>
    </message>
    <message>
      <source>The net area is only {share} % of the gross area: check ridges, roads and ditches.</source>
      <translation>净面积仅为毛面积的 {share}%，请核查田坎、道路和沟渠。</translation>
    </message>
    <message>
      <source>The parcel has no land code.</source>
      <translation>图斑没有地类代码。</translation>
    </message>
    <message>
      <source>The parcel lies on the ecological redline, and on its other side would become {wanted}: split it, or choose.</source>
      <translation>图斑跨生态保护红线，按另一侧应为 {wanted}：请分割图斑，或选定其一。</translation>
    </message>
    <message>
      <source>The parcels that a rule fits, with sub-type, area concerned, quota, and the reasons.</source>
      <translation>符合规则的图斑，附子类、涉及面积、指标和依据。</translation>
    </message>
    <message>
      <source>The parcels to tag: any layer with polygons, prepared or not.</source>
      <translation>要标注的图斑：任意面图层，不论是否已准备。</translation>
    </message>
    <message>
      <source>The parcels to tag: any layer with polygons.</source>
      <translation>要标注的图斑：任意面图层。</translation>
    </message>
    <message>
      <source>The parcels with their tags, in the fields zz_cat and others.</source>
      <translation>带有标注（zz_cat 等字段）的图斑。</translation>
    </message>
    <message>
      <source>The parcels with their tags. Without tags only base-year codes come.</source>
      <translation>已标注的图斑。没有标注时只转换基期年代码。</translation>
    </message>
    <message>
      <source>The plan builds it to high standard.</source>
      <translation>规划建成高标准农田。</translation>
    </message>
    <message>
      <source>The plan foresees another use ({code}).</source>
      <translation>规划为其他用途（{code}）。</translation>
    </message>
    <message>
      <source>The plan keeps what is there.</source>
      <translation>规划保持不变。</translation>
    </message>
    <message>
      <source>The planned use {code} is no land use code of 2023 and is left out.</source>
      <translation>规划用途 {code} 不是 2023 版用地用海代码，未采用。</translation>
    </message>
    <message>
      <source>The planting attribute of the survey. Empty: ZZSXDM.</source>
      <translation>国土调查的种植属性字段。留空：ZZSXDM。</translation>
    </message>
    <message>
      <source>The profile that the delivery should follow. Empty: the one it was made with, or whose layers it has.</source>
      <translation>成果应符合的格式。留空时取成果注明的格式，或图层相符的格式。</translation>
    </message>
    <message>
      <source>The project of each parcel. Empty: zz_proj, where the layer has it.</source>
      <translation>每个图斑所属的项目。留空时取图层的 zz_proj 字段。</translation>
    </message>
    <message>
      <source>The quality grade of the cropland (耕地等别), from 1, the best, to 15. Empty: GDDB, where the layer has it.</source>
      <translation>耕地等别，1（最好）至 15。留空时取图层的 GDDB 字段。</translation>
    </message>
    <message>
      <source>The rating A, B, C or D. Empty: a field usually called so, such as rating or 评价等级.</source>
      <translation>亩均评价等级 A、B、C、D。留空：自动采用常见字段，例如 rating、评价等级（如有）。</translation>
    </message>
    <message>
      <source>The reason is too long for the field {field}. Shorten it.</source>
      <translation>理由太长，字段 {field} 放不下。请缩短。</translation>
    </message>
    <message>
      <source>The rest by score: from {merge} on merge, from {revive} on revive, else retain.</source>
      <translation>其余按得分：{merge} 分及以上撤并，{revive} 分及以上盘活，其他保留。</translation>
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
      <source>The result of “Plan codes”: parcels with base and planned code, and their tags.</source>
      <translation>“规划用途代码”的结果：带有基期年代码、规划代码和标注的图斑。</translation>
    </message>
    <message>
      <source>The rule table</source>
      <translation>规则表</translation>
    </message>
    <message>
      <source>The same where distances are straight.</source>
      <translation>含义同上，用于按直线量算距离时。</translation>
    </message>
    <message>
      <source>The settlements that “Village relocation candidates” wrote. What it sees differently is listed.</source>
      <translation>“村庄搬迁候选”输出的农居点（CANDIDATES）。意见不一致的列出。</translation>
    </message>
    <message>
      <source>The share of cropland in large blocks would have fallen, so the choice was changed {count} times; the bound is that of the choice before.</source>
      <translation>原方案会使大片耕地占比下降，已调整 {count} 次；上界按调整前的方案计。</translation>
    </message>
    <message>
      <source>The share of cropland in large blocks would have fallen; the choice was changed {count} times to keep it.</source>
      <translation>原方案会使大片耕地占比下降，为此调整了 {count} 次。</translation>
    </message>
    <message>
      <source>The slope is not known and was taken as not steep.</source>
      <translation>坡度不明，按不陡处理。</translation>
    </message>
    <message>
      <source>The slope of each parcel. Empty: the slope grade GDPDJB, where the layer has it.</source>
      <translation>图斑的坡度。留空：图层有 GDPDJB 时取其坡度级别。</translation>
    </message>
    <message>
      <source>The survey parcels (DLTB), all of them: farmland, forest, orchards and what lies between.</source>
      <translation>地类图斑（DLTB），须齐全：耕地、林地、园地及其间的其他地类。</translation>
    </message>
    <message>
      <source>The survey parcels (DLTB), or any polygon layer with land codes.</source>
      <translation>国土调查地类图斑（DLTB），或其他带地类编码的多边形图层。</translation>
    </message>
    <message>
      <source>The survey parcels (DLTB), or any polygons to be cut and counted.</source>
      <translation>地类图斑（DLTB），或其他需要切分和统计的面。</translation>
    </message>
    <message>
      <source>The survey parcels (DLTB).</source>
      <translation>国土调查地类图斑（DLTB）。</translation>
    </message>
    <message>
      <source>The survey records it as idle land.</source>
      <translation>调查地类为空闲地。</translation>
    </message>
    <message>
      <source>The survey records it as restorable at once.</source>
      <translation>国土调查标注为即可恢复。</translation>
    </message>
    <message>
      <source>The survey records it as restorable by works.</source>
      <translation>国土调查标注为工程恢复。</translation>
    </message>
    <message>
      <source>The table is on the clipboard.</source>
      <translation>表格已复制到剪贴板。</translation>
    </message>
    <message>
      <source>The target of {target} mu is not reached: {short} mu are missing.</source>
      <translation>未达到 {target} 亩目标，还差 {short} 亩。</translation>
    </message>
    <message>
      <source>The target of {target} mu is reached at rank {rank}, in tier {tier}, with {mu} mu.</source>
      <translation>恢复到第 {rank} 个图斑（第 {tier} 梯次）时达到 {target} 亩目标，累计 {mu} 亩。</translation>
    </message>
    <message>
      <source>The text is too long for the field {field}. Shorten it.</source>
      <translation>文字太长，字段 {field} 放不下。请缩短。</translation>
    </message>
    <message>
      <source>The townships the project lies in, as they shall stand in the form.</source>
      <translation>项目所在乡镇，按填写内容列入表中。</translation>
    </message>
    <message>
      <source>The urban development boundary (CZKFBJ). Where it has the field GHFQDM only its zones 410, 420 and 430 are used.</source>
      <translation>城镇开发边界（CZKFBJ）。有 GHFQDM 字段时，只采用其中代码为 410、420、430 的分区。</translation>
    </message>
    <message>
      <source>The urban development boundary, CZKFBJ.</source>
      <translation>城镇开发边界（CZKFBJ）。</translation>
    </message>
    <message>
      <source>The village of each parcel, by code or name. Empty: ZLDWDM (its first 12 digits), else ZLDWMC.</source>
      <translation>各图斑所在的村，代码或名称均可。留空：取 ZLDWDM（前 12 位），没有则取 ZLDWMC。</translation>
    </message>
    <message>
      <source>The village's 12 digits, as in ZLDWDM; for a township its 9 and 000. Identifiers begin with them.</source>
      <translation>12 位村代码，同 ZLDWDM；乡镇为 9 位代码加 000。标识码以此开头。</translation>
    </message>
    <message>
      <source>The village, or villages, that the parcels should fill. Empty: the delivery's own boundary.</source>
      <translation>图斑应填满的村界，可为多个村。留空时使用成果自带的边界。</translation>
    </message>
    <message>
      <source>The year the plan is made for.</source>
      <translation>规划目标年份。</translation>
    </message>
    <message>
      <source>The year whose land use the plan starts from.</source>
      <translation>规划所依据现状的年份。</translation>
    </message>
    <message>
      <source>Their area [mu]</source>
      <translation>其面积（亩）</translation>
    </message>
    <message>
      <source>There</source>
      <translation>村庄搬迁候选</translation>
    </message>
    <message>
      <source>There are no candidates.</source>
      <translation>没有候选。</translation>
    </message>
    <message>
      <source>There are no features to check: only layers and fields were looked at.</source>
      <translation>没有可检查的要素：只检查了图层和字段。</translation>
    </message>
    <message>
      <source>There are no restorable parcels.</source>
      <translation>没有可恢复图斑。</translation>
    </message>
    <message>
      <source>There are no suggestions in the list</source>
      <translation>列表中没有建议</translation>
    </message>
    <message>
      <source>There are none.</source>
      <translation>没有。</translation>
    </message>
    <message>
      <source>There are too many candidates to weigh all combinations exactly: the relaxed problem settled most of them, the doubtful ones were weighed exactly.</source>
      <translation>候选地块太多，无法对全部组合精确求解：大部分由松弛问题确定，其余难定的精确求解。</translation>
    </message>
    <message>
      <source>There are {areas} areas for {parcels} parcels.</source>
      <translation>面积有 {areas} 个，图斑有 {parcels} 个，数目不一致。</translation>
    </message>
    <message>
      <source>There is nothing counted to copy</source>
      <translation>没有可复制的统计结果</translation>
    </message>
    <message>
      <source>There is nothing to redo</source>
      <translation>没有可重做的操作</translation>
    </message>
    <message>
      <source>There is nothing to save</source>
      <translation>没有需要保存的修改</translation>
    </message>
    <message>
      <source>There is nothing to undo</source>
      <translation>没有可撤销的操作</translation>
    </message>
    <message>
      <source>These are candidates on the evidence given, never decisions: every threshold is a parameter, and what is not known speaks neither for nor against a parcel.</source>
      <translation>以上是根据现有依据得出的候选结果，不是决定：各阈值均为参数；未知情况既不算有利，也不算不利。</translation>
    </message>
    <message>
      <source>These are candidates to check on the ground. The codes, distances and costs of the rules are judgements, and can be changed in a rule table of your own.</source>
      <translation>以上均为候选，需现场核实。规则中的编码、距离和成本为经验判断，可用自定规则表修改。</translation>
    </message>
    <message>
      <source>These are suggestions for a plan: whether and when a parcel is restored, people on the ground decide. Areas are those of the parcels; the cropland won is smaller where ridges are built.</source>
      <translation>以上为规划建议，是否恢复、何时恢复，由当地结合实际决定。面积为图斑面积；修筑田坎的地方，实际新增的耕地面积会小一些。</translation>
    </message>
    <message>
      <source>These are suggestions for field work and consent, not decisions. Permanent basic farmland is never suggested to leave.</source>
      <translation>以上为供实地踏勘和征求意见的建议，不是决定。永久基本农田一律不建议调出。</translation>
    </message>
    <message>
      <source>These are suggestions on the evidence given; the official standard for clearing is still to be written, so every threshold is a parameter.</source>
      <translation>结果是根据现有依据提出的建议。清退的官方标准尚未出台，因此各项阈值均设为参数。</translation>
    </message>
    <message>
      <source>These rules had nothing to go by. This does not mean that there is none.</source>
      <translation>以下规则缺少数据，没有查找。这不表示不存在。</translation>
    </message>
    <message>
      <source>This is a temporary layer: it is gone when QGIS closes. Save it to a file to keep your tags.</source>
      <translation>这是临时图层，QGIS 关闭后即消失。请另存为文件，以保留标注。</translation>
    </message>
    <message>
      <source>This is the best choice there is.</source>
      <translation>这是最优方案。</translation>
    </message>
    <message>
      <source>This layer has no tag fields yet: press “Prepare”.</source>
      <translation>该图层还没有标注字段：请点击“准备”。</translation>
    </message>
    <message>
      <source>This layer is read-only</source>
      <translation>该图层为只读</translation>
    </message>
    <message>
      <source>This layer is read-only: you can look, count and check.</source>
      <translation>该图层为只读：可以查看、统计和检查。</translation>
    </message>
    <message>
      <source>This project has no results to suggest from. Run “Farmland contiguity”, “Village relocation candidates” or “Inefficient industry outside the boundary” first.</source>
      <translation>本工程中没有可用来建议类别的结果。请先运行“耕地集中连片”“村庄搬迁候选”或“边界外低效工业用地”。</translation>
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
      <source>Those against whom most speaks first.</source>
      <translation>不利依据多的在前。</translation>
    </message>
    <message>
      <source>Those in danger first, then by score. Points:</source>
      <translation>避险的在前，其余按综合得分排列。各指标得分：</translation>
    </message>
    <message>
      <source>Threshold [mu]</source>
      <translation>分级阈值（亩）</translation>
    </message>
    <message>
      <source>Tier</source>
      <translation>梯次</translation>
    </message>
    <message>
      <source>Tier {tier}, rank {rank} of {count}: {mu} mu up to here.</source>
      <translation>第 {tier} 梯次，序号 {rank}（共 {count} 个），累计 {mu} 亩。</translation>
    </message>
    <message>
      <source>Tiers, the line of the target, what is left out and why, blocks that rise, the first parcels and the parameters as a page to read or print.</source>
      <translation>各梯次、目标线、排除的图斑及原因、规模等级提升的区块、排序靠前的图斑和参数，便于阅读或打印。</translation>
    </message>
    <message>
      <source>To be decided</source>
      <translation>待定清单</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>容差</translation>
    </message>
    <message>
      <source>Too far from every parcel that could leave</source>
      <translation>距可调出地块过远</translation>
    </message>
    <message>
      <source>Too steep</source>
      <translation>坡度过大</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>Tourism facilities</source>
      <translation>旅游设施</translation>
    </message>
    <message>
      <source>Tourism facilities within</source>
      <translation>旅游设施距离</translation>
    </message>
    <message>
      <source>Tourism facilities within [m]</source>
      <translation>旅游设施距离（米）</translation>
    </message>
    <message>
      <source>Tourism within {metres} m ({limit} m or less): {name}.</source>
      <translation>{metres} 米处有旅游设施（不超过 {limit} 米）：{name}。</translation>
    </message>
    <message>
      <source>Towards the city's targets to 2026</source>
      <translation>全市 2026 年目标完成情况</translation>
    </message>
    <message>
      <source>Town field</source>
      <translation>城镇标注字段</translation>
    </message>
    <message>
      <source>Township or village by which the summary adds up, such as ZLDWMC.</source>
      <translation>汇总所用的乡镇或村字段，例如 ZLDWMC。</translation>
    </message>
    <message>
      <source>Townships</source>
      <translation>所含乡镇</translation>
    </message>
    <message>
      <source>Traditional and historic villages, heritage sites. What they meet is retained, whatever else holds.</source>
      <translation>传统村落、历史文化名村、文物古迹。与之相交的农居点，不论其他条件如何，一律保留。</translation>
    </message>
    <message>
      <source>Undo in the tagged layer</source>
      <translation>撤销（标注图层）</translation>
    </message>
    <message>
      <source>Undo: {what}</source>
      <translation>撤销：{what}</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Unit of the slope field</source>
      <translation>坡度字段的单位</translation>
    </message>
    <message>
      <source>Unknown land code</source>
      <translation>地类代码未知</translation>
    </message>
    <message>
      <source>Unknown planned use</source>
      <translation>规划用途未知</translation>
    </message>
    <message>
      <source>Unsaved tags of this table cannot be restored after a crash: save often. Tables whose key is one integer column have a journal.</source>
      <translation>该表未保存的标注在程序崩溃后无法恢复，请经常保存。主键为单个整型字段的表有恢复日志。</translation>
    </message>
    <message>
      <source>Up to here</source>
      <translation>累计占比</translation>
    </message>
    <message>
      <source>Up to here [mu]</source>
      <translation>累计面积（亩）</translation>
    </message>
    <message>
      <source>Upgrade within limits</source>
      <translation>限制性提升改造</translation>
    </message>
    <message>
      <source>Urban development boundary</source>
      <translation>城镇开发边界</translation>
    </message>
    <message>
      <source>VACANCY_FIELD: values in {field} that are no share of 0 to 1, taken as unknown: {count}.</source>
      <translation>VACANCY_FIELD：字段 {field} 中不是 0 至 1 小数的值，按未知处理：{count} 个。</translation>
    </message>
    <message>
      <source>VILLAGES: homesteads in no village: {count}. Their settlements have no village name.</source>
      <translation>VILLAGES：不在任何村范围内的宅基地：{count} 个，其农居点没有村名。</translation>
    </message>
    <message>
      <source>VILLAGES: no field with names was found; choose one as the village name field.</source>
      <translation>VILLAGES：没有找到村名字段，请在“村名字段”中选择。</translation>
    </message>
    <message>
      <source>VILLAGE_CODE: “{code}” is no code of a village. Give its 12 digits, for a township its 9 and 000.</source>
      <translation>VILLAGE_CODE：“{code}”不是村代码。请填写 12 位代码；乡镇填写 9 位代码加 000。</translation>
    </message>
    <message>
      <source>Vacancy</source>
      <translation>空置率</translation>
    </message>
    <message>
      <source>Vacancy field</source>
      <translation>空置率字段</translation>
    </message>
    <message>
      <source>Vacancy, 0–1</source>
      <translation>空置率（0–1）</translation>
    </message>
    <message>
      <source>Vacancy, high</source>
      <translation>空置率，高值</translation>
    </message>
    <message>
      <source>Vacancy, middle</source>
      <translation>空置率，中值</translation>
    </message>
    <message>
      <source>Vacancy, points</source>
      <translation>空置率（得分）</translation>
    </message>
    <message>
      <source>Vacant dwellings field</source>
      <translation>空置住宅数字段</translation>
    </message>
    <message>
      <source>Vacant to {value} %, {limit} % or more.</source>
      <translation>空置率 {value}%，达到 {limit}% 及以上。</translation>
    </message>
    <message>
      <source>Validate village plan</source>
      <translation>村庄规划成果质检</translation>
    </message>
    <message>
      <source>Validated</source>
      <translation>质检对象</translation>
    </message>
    <message>
      <source>Validation errors</source>
      <translation>质检问题</translation>
    </message>
    <message>
      <source>Validation – {layer}</source>
      <translation>成果质检 – {layer}</translation>
    </message>
    <message>
      <source>Validation: {layer}</source>
      <translation>成果质检：{layer}</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <source>Village</source>
      <translation>所在村</translation>
    </message>
    <message>
      <source>Village boundary</source>
      <translation>村界</translation>
    </message>
    <message>
      <source>Village code</source>
      <translation>村代码</translation>
    </message>
    <message>
      <source>Village construction boundary</source>
      <translation>村庄建设边界</translation>
    </message>
    <message>
      <source>Village field</source>
      <translation>村字段</translation>
    </message>
    <message>
      <source>Village in the table</source>
      <translation>表中的村</translation>
    </message>
    <message>
      <source>Village name</source>
      <translation>村名</translation>
    </message>
    <message>
      <source>Village name field</source>
      <translation>村名字段</translation>
    </message>
    <message>
      <source>Village plan</source>
      <translation>村庄规划</translation>
    </message>
    <message>
      <source>Village plan delivery – {layer}</source>
      <translation>村庄规划成果 – {layer}</translation>
    </message>
    <message>
      <source>Village polygons</source>
      <translation>村界图层</translation>
    </message>
    <message>
      <source>Village relocation candidates</source>
      <translation>村庄搬迁候选</translation>
    </message>
    <message>
      <source>Village relocation candidates: {layer}</source>
      <translation>村庄搬迁候选：{layer}</translation>
    </message>
    <message>
      <source>Village relocation was not compared.</source>
      <translation>未与村庄搬迁候选比对。</translation>
    </message>
    <message>
      <source>Village relocation was not compared: give its result as CANDIDATES.</source>
      <translation>未与村庄搬迁候选比对：请将其结果作为 CANDIDATES 给出。</translation>
    </message>
    <message>
      <source>Village relocation – {layer}</source>
      <translation>村庄搬迁 – {layer}</translation>
    </message>
    <message>
      <source>Village statistics</source>
      <translation>村庄统计表</translation>
    </message>
    <message>
      <source>Village, township or project by which the table adds up, such as ZLDWMC or zz_proj.</source>
      <translation>汇总所用的村、乡镇或项目字段，例如 ZLDWMC 或 zz_proj。</translation>
    </message>
    <message>
      <source>Villages</source>
      <translation>各村</translation>
    </message>
    <message>
      <source>Villages where all is retained are left out; the summary table has every one.</source>
      <translation>全部保留的村未列出，见分村汇总表。</translation>
    </message>
    <message>
      <source>Villages, natural or administrative, that no settlement crosses. They give it name and code.</source>
      <translation>自然村或行政村的范围，农居点不跨越，并由此取得村名和村代码。</translation>
    </message>
    <message>
      <source>WEIGHTING: the settlements differ in no criterion, so entropy gives no weights. Choose given weights.</source>
      <translation>WEIGHTING：各农居点的指标没有差异，熵权法无法得出权重。请改用给定权重。</translation>
    </message>
    <message>
      <source>WEIGHTS: no weight is given for {names}; there it is 0.</source>
      <translation>WEIGHTS：没有给出 {names} 的权重，按 0 处理。</translation>
    </message>
    <message>
      <source>WEIGHTS: they add up to {total}, not 1, and are scaled.</source>
      <translation>WEIGHTS：权重合计为 {total}，不等于 1，已按比例折算。</translation>
    </message>
    <message>
      <source>WHERE: say which parcels are tagged; TRUE means all of them.</source>
      <translation>WHERE：请填写标注哪些图斑；TRUE 表示全部。</translation>
    </message>
    <message>
      <source>WORKBOOK: a text of {length} characters is longer than a cell can hold ({most}). It begins “{start}”: shorten it.</source>
      <translation>WORKBOOK：有一段文字长 {length} 个字符，超过单元格的上限（{most}），开头为“{start}”，请缩短。</translation>
    </message>
    <message>
      <source>Warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>警告数</translation>
    </message>
    <message>
      <source>Water-source zones</source>
      <translation>水源保护区</translation>
    </message>
    <message>
      <source>Weighing</source>
      <translation>正在评分</translation>
    </message>
    <message>
      <source>Weight</source>
      <translation>权重</translation>
    </message>
    <message>
      <source>Weight of slope</source>
      <translation>坡度权重</translation>
    </message>
    <message>
      <source>Weight of slope in the gain, 0 to 1. The rest is the weight of contiguity.</source>
      <translation>收益中坡度的权重，0 至 1；其余为集中连片的权重。</translation>
    </message>
    <message>
      <source>Weighting</source>
      <translation>赋权方法</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>权重</translation>
    </message>
    <message>
      <source>Weights as given.</source>
      <translation>采用给定权重。</translation>
    </message>
    <message>
      <source>Weights by entropy: the more a criterion tells the settlements apart, the more it weighs.</source>
      <translation>采用熵权法：指标对农居点的区分度越大，权重越大。</translation>
    </message>
    <message>
      <source>Weights from the AHP matrix, consistency ratio {ratio} (below 0.1 is allowed).</source>
      <translation>权重由 AHP 判断矩阵得出，一致性比例 {ratio}（应小于 0.1）。</translation>
    </message>
    <message>
      <source>Weights: {weights}.</source>
      <translation>权重：{weights}。</translation>
    </message>
    <message>
      <source>What becomes of the reclaimed land</source>
      <translation>复垦土地的去向</translation>
    </message>
    <message>
      <source>What cannot be delivered</source>
      <translation>不能输出的内容</translation>
    </message>
    <message>
      <source>What changes</source>
      <translation>有哪些变化</translation>
    </message>
    <message>
      <source>What changes, who decided, what needs a person and the parameters as a page to read or print.</source>
      <translation>变化、决定者、待定事项和参数，可阅读或打印。</translation>
    </message>
    <message>
      <source>What each kind of work turns land into is a judgement: the policy states no codes. The rule table is a file that can be replaced.</source>
      <translation>各类整治之后采用什么用途属于经验判断，政策没有规定代码。规则表是可以替换的文件。</translation>
    </message>
    <message>
      <source>What farmland blocks gain</source>
      <translation>耕地连片区块的变化</translation>
    </message>
    <message>
      <source>What holds</source>
      <translation>符合的情况</translation>
    </message>
    <message>
      <source>What is checked</source>
      <translation>检查内容</translation>
    </message>
    <message>
      <source>What is empty is not known. Cropland and permanent basic farmland are net of field ridges.</source>
      <translation>空白表示未知。耕地和永久基本农田为扣除田坎后的净面积。</translation>
    </message>
    <message>
      <source>What it means</source>
      <translation>含义</translation>
    </message>
    <message>
      <source>What it says</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>What kind of place each is. Empty: a field usually called so, such as kind or 类型.</source>
      <translation>各旅游点的类型。留空：采用常用名称的字段，例如 kind 或“类型”。</translation>
    </message>
    <message>
      <source>What needs a person</source>
      <translation>哪些须由人决定</translation>
    </message>
    <message>
      <source>What speaks against it, by parcels: {names}.</source>
      <translation>不利依据（图斑数）：{names}。</translation>
    </message>
    <message>
      <source>What that field says of parcels restorable at once. Empty: leave them out.</source>
      <translation>该字段中表示即可恢复的值。留空：不计。</translation>
    </message>
    <message>
      <source>What that field says of parcels restorable by works. Empty: leave them out.</source>
      <translation>该字段中表示工程恢复的值。留空：不计。</translation>
    </message>
    <message>
      <source>What the plan is called, for the layers' titles.</source>
      <translation>规划的名称，用于图层标题。</translation>
    </message>
    <message>
      <source>What the rule finds</source>
      <translation>查找内容</translation>
    </message>
    <message>
      <source>What the slope field holds: the survey's grade, or degrees.</source>
      <translation>坡度字段的内容：调查的坡度级别，或度数。</translation>
    </message>
    <message>
      <source>What the tags name as their source: Latin letters, digits, _ and -.</source>
      <translation>标注来源中记录的名称：英文字母、数字、_ 和 -。</translation>
    </message>
    <message>
      <source>What the village is called, such as 云坪村.</source>
      <translation>村的名称，例如云坪村。</translation>
    </message>
    <message>
      <source>What was delivered and how, as a page to read or print.</source>
      <translation>输出了什么、如何输出，可供阅读或打印。</translation>
    </message>
    <message>
      <source>What was found by rule, what could not be looked for, and the parameters as a page to read or print.</source>
      <translation>按规则列出的查找结果、未能查找的内容和所用参数，可供阅读或打印。</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>When all restorable parcels are restored, {count} blocks grow, and {risen} of them rise to another class.</source>
      <translation>全部可恢复图斑恢复后，{count} 个区块面积增加，其中 {risen} 个规模等级提升。</translation>
    </message>
    <message>
      <source>When the parcels within the target are restored, {count} blocks grow, and {risen} of them rise to another class.</source>
      <translation>目标内的图斑恢复后，{count} 个区块面积增加，其中 {risen} 个规模等级提升。</translation>
    </message>
    <message>
      <source>Where people complained, as points on the parcel or areas.</source>
      <translation>群众反映问题的位置，图斑内的点或范围面。</translation>
    </message>
    <message>
      <source>Where the weights come from. Given: as written below. AHP: from pairwise comparisons. Entropy: from how much each criterion tells the settlements apart.</source>
      <translation>权重的来源。给定权重：采用下面填写的权重。AHP：层次分析法，由两两比较得出。熵权法：由各指标对农居点的区分度得出。</translation>
    </message>
    <message>
      <source>Whether a delivery of the same village and profile in the folder is replaced, once the new one is whole.</source>
      <translation>文件夹中已有同村同类型的成果时，是否在新成果完整写出后予以替换。</translation>
    </message>
    <message>
      <source>Whether a plan of the adjustment has been prepared.</source>
      <translation>是否已编制调整方案。</translation>
    </message>
    <message>
      <source>Whether an enterprise pollutes, as yes or no. Empty: a field usually called so, such as polluting.</source>
      <translation>企业是否污染，取值为是或否。留空：自动采用常见字段，例如 polluting（如有）。</translation>
    </message>
    <message>
      <source>Whether fields with names, numbers and addresses of persons are delivered. Only where the receiver is allowed to have them.</source>
      <translation>是否输出含姓名、证件号、电话、住址的字段。仅在接收方有权获得时使用。</translation>
    </message>
    <message>
      <source>Whether it is alive is unknown, for want of households or vacancy.</source>
      <translation>户数或空置率缺失，人气未知。</translation>
    </message>
    <message>
      <source>Whether the adjustment makes the ecology better. A person says so: layers cannot tell.</source>
      <translation>调整后生态是否改善。图层无法判断，由人填写。</translation>
    </message>
    <message>
      <source>Whether the other layers are cut to the ground that the parcels cover: for a village out of layers of the whole township. Village boundaries and points are not cut, only chosen.</source>
      <translation>是否把其他图层裁切到图斑覆盖的范围：用全乡镇的图层交付一个村时选用。村界和点只作取舍，不裁切。</translation>
    </message>
    <message>
      <source>Whether the slope field holds grades 1 to 5, as GDPDJB does, or degrees.</source>
      <translation>坡度字段填写的是级别 1 至 5（如 GDPDJB），还是度数。</translation>
    </message>
    <message>
      <source>Which area of contiguous cropland the allowance of revitalisation land is a share of. The policy does not say: net unless you choose otherwise.</source>
      <translation>盘活用地额度按集中连片耕地的哪种面积计算。政策没有规定，默认采用净面积。</translation>
    </message>
    <message>
      <source>Which codes count towards which target is a judgement; the policy states none. Land tagged is land planned: the stage tells how far the work is.</source>
      <translation>哪些代码计入哪项目标属于经验判断，政策没有规定。已标注只表示列入计划，实施进度见“阶段”。</translation>
    </message>
    <message>
      <source>Which features of the boundary layer count. Empty: its zones 410, 420 and 430 where it has the field GHFQDM, else all.</source>
      <translation>采用边界图层中的哪些要素。留空：有 GHFQDM 字段时采用代码为 410、420、430 的分区，否则全部采用。</translation>
    </message>
    <message>
      <source>Which features of the restorable land count. Empty: ZZSXDM JKHF and GCHF where the layer has that field, else all.</source>
      <translation>可恢复耕地图层中采用哪些要素。留空：有 ZZSXDM 字段时取 JKHF 和 GCHF，否则取全部。</translation>
    </message>
    <message>
      <source>Which form is filled in. Its rows have codes of 2023 or of the trial version; codes of the other one are converted.</source>
      <translation>填写哪一种表。各行采用 2023 年代码或试行版代码，另一套代码会自动转换。</translation>
    </message>
    <message>
      <source>Which land counts for which indicator and target is a judgement; the policy states no codes. What is planned is not yet done: the stage tells how far the work is.</source>
      <translation>哪些土地计入哪项指标和目标由我们判断，政策没有规定代码。规划不等于完成，实施进度见阶段。</translation>
    </message>
    <message>
      <source>Which layers lie on one another</source>
      <translation>套合组合</translation>
    </message>
    <message>
      <source>Which parcels are built land. Empty: classes 05 to 08 of the land survey, or those that CZCSXM marks as city or town. With an expression the land code field may stay empty.</source>
      <translation>哪些图斑是建成用地。留空：国土调查 05 至 08 类，或 CZCSXM 标注为城市、建制镇的图斑。填写表达式后，地类编码字段可以留空。</translation>
    </message>
    <message>
      <source>Which parcels are candidates whatever the evidence, besides those on the list.</source>
      <translation>除名单之外，哪些图斑不论依据如何均为候选。</translation>
    </message>
    <message>
      <source>Which parcels are farmland. Empty: those of class 01 (cropland). With an expression the land code field may stay empty; no parcel is then a barrier or absorbed by its code.</source>
      <translation>哪些图斑是耕地。留空：01 地类（耕地）。填写表达式后可不选地类编码字段，此时不按编码判定阻隔图斑和计入毛面积的图斑。</translation>
    </message>
    <message>
      <source>Which parcels are homesteads. Empty: code 0702 of the land survey, 0703 of land and sea use. With an expression the land code field may stay empty.</source>
      <translation>哪些图斑是宅基地。留空：国土调查为 0702，用地用海为 0703。填写表达式后，地类编码字段可以留空。</translation>
    </message>
    <message>
      <source>Which parcels are industrial. Empty: code 0601 of the land survey, 1001 of land and sea use. With an expression the land code field may stay empty.</source>
      <translation>哪些图斑属于工业用地。留空：国土调查 0601，用地用海 1001。填写表达式后，地类编码字段可以留空。</translation>
    </message>
    <message>
      <source>Which parcels are tagged, such as "DLBM" = '0601'. TRUE tags all.</source>
      <translation>标注哪些图斑，例如 "DLBM" = '0601'。TRUE 表示全部。</translation>
    </message>
    <message>
      <source>Which suggestion wins a parcel that several want: codes of categories or sub-types, the first wins, a sub-type before its category. What is not named comes last; then the larger share wins.</source>
      <translation>多项建议涉及同一图斑时的优先次序：类别或子类代码，排在前面的优先，子类先于其类别。没有列出的排在最后；次序相同时，占比大的优先。</translation>
    </message>
    <message>
      <source>Which system both codes belong to: that of 2023, as “Plan codes” writes them, or its 2020 trial version. Survey codes are refused, for a plan has none.</source>
      <translation>两个代码所属的体系：“规划用途代码”写出的 2023 年代码，或 2020 试行版。规划不使用国土调查编码，选择时会被拒绝。</translation>
    </message>
    <message>
      <source>Which system the codes belong to. The systems share digits (0601 is industry in the survey and rural road in the plan), so it must be chosen wherever codes are used.</source>
      <translation>编码所属的编码体系。不同体系编码相同而含义不同（0601 在国土调查中为工业用地，在用地用海中为农村道路），凡使用编码都必须选择。</translation>
    </message>
    <message>
      <source>Which system the codes of the plan belong to.</source>
      <translation>规划用途代码所属的编码体系。</translation>
    </message>
    <message>
      <source>Who decided</source>
      <translation>由谁决定</translation>
    </message>
    <message>
      <source>Wholly inside the boundary: no candidate.</source>
      <translation>全部位于边界内，不是候选。</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>理由</translation>
    </message>
    <message>
      <source>Why are the {count} chosen rejected? The reason is kept.</source>
      <translation>为什么驳回所选的 {count} 条？理由会记录下来。</translation>
    </message>
    <message>
      <source>Why not checked</source>
      <translation>未检查的原因</translation>
    </message>
    <message>
      <source>Widest absorbed strip [m]</source>
      <translation>计入毛面积的最大宽度（米）</translation>
    </message>
    <message>
      <source>Widest gap at which a parcel still counts as touching a block or another parcel, in metres.</source>
      <translation>图斑与区块或其他图斑视为相接的最大间距，以米计。</translation>
    </message>
    <message>
      <source>Widest gap between candidates of one redevelopment area, edge to edge, in metres.</source>
      <translation>同一再开发片区内候选图斑之间的最大间距（边到边），单位米。</translation>
    </message>
    <message>
      <source>Widest gap between two parcels of one settlement, edge to edge, in metres.</source>
      <translation>同一农居点内两个图斑之间边到边的最大间距，单位为米。</translation>
    </message>
    <message>
      <source>Widest gap between two parcels, edge to edge, that is still bridged, in metres. The default of 20 m is a judgement, not a rule: see the sensitivity table.</source>
      <translation>仍视为连片的两图斑间最大间距（边到边，米）。默认 20 米为经验值，并非规定，请对照间距敏感性表。</translation>
    </message>
    <message>
      <source>Widest gap to a farmland block that still counts as beside it, in metres.</source>
      <translation>与连片区块的间距（米）不超过此值，视为相邻。</translation>
    </message>
    <message>
      <source>Width [m]</source>
      <translation>宽度（米）</translation>
    </message>
    <message>
      <source>Width field</source>
      <translation>宽度字段</translation>
    </message>
    <message>
      <source>With field ridges</source>
      <translation>含田坎</translation>
    </message>
    <message>
      <source>With it</source>
      <translation>附加信息</translation>
    </message>
    <message>
      <source>With its neighbours it makes redevelopment area {number} of {mu} mu: {kind}.</source>
      <translation>与相邻候选图斑组成第 {number} 号再开发片区，共 {mu} 亩：{kind}。</translation>
    </message>
    <message>
      <source>With the plan</source>
      <translation>规划后</translation>
    </message>
    <message>
      <source>With the plan: {share} %.</source>
      <translation>规划后为 {share}%。</translation>
    </message>
    <message>
      <source>Within a tier gentler slope comes first, then the larger parcel.</source>
      <translation>同一梯次内，坡度缓的在先，坡度相同的面积大的在先。</translation>
    </message>
    <message>
      <source>Within the target</source>
      <translation>在目标内</translation>
    </message>
    <message>
      <source>Within the target [mu]</source>
      <translation>目标内面积（亩）</translation>
    </message>
    <message>
      <source>Within the target of {target} mu.</source>
      <translation>在 {target} 亩目标之内。</translation>
    </message>
    <message>
      <source>Without the consent of every household a result is a candidate, never a decision. What is not known is left out of the score and lowers the confidence.</source>
      <translation>未取得全部农户同意的，结果只是候选，不是决定。未知的指标不计入得分，并降低可信度。</translation>
    </message>
    <message>
      <source>Won</source>
      <translation>已采用</translation>
    </message>
    <message>
      <source>Workbook</source>
      <translation>工作簿</translation>
    </message>
    <message>
      <source>Workflows</source>
      <translation>工作流</translation>
    </message>
    <message>
      <source>Writes parcels with plan codes and the plan's other layers as a delivery profile asks for.</source>
      <translation>按成果格式的要求输出带规划代码的图斑和规划的其他图层。</translation>
    </message>
    <message>
      <source>Writes the layers and tables of a village plan as they are handed in: a profile says which layers, with which fields, types, lengths and code lists. FJ and HZ follow layouts that are in use; TDZZ is our own, with every 5+X tag, projects, reclaimed land and new cropland. A profile is a data file, and you can give your own.

The parcels come from “Plan codes”. Layers that are not given stay empty in the delivery, and the list of layers says so.

Everything is checked first: codes, required values, lengths in the units of the format, characters that the encoding does not have. Nothing is ever cut: what does not fit is listed with its feature, and then nothing is written. The delivery is made beside its place and moved there whole, so that an earlier one stays as it was whatever happens. It is read again and compared before it is moved.

Personal data are left out unless you ask for them. The inputs are never changed.</source>
      <translation>按报送要求输出村庄规划的图层和表格：成果格式规定有哪些图层，以及字段、类型、长度和代码表。FJ、HZ 采用实际使用的格式；TDZZ 为本插件自定，包含全部 5+X 标注、项目、复垦土地和新增耕地。成果格式是数据文件，可以自定义。

图斑取自“规划用途代码”的结果。没有指定的图层在成果中为空，图层清单会注明。

写出之前先检查一切：代码、必填值、按格式计算的长度、编码中没有的字符。绝不截断：不合要求的内容逐个列出其要素，且不写出任何内容。成果先在旁边生成，再整体移入，因此无论发生什么，已有成果都保持原样。移入之前会重新读取并核对。

除非要求，不输出个人信息。不改动输入图层。</translation>
    </message>
    <message>
      <source>Writing blocks</source>
      <translation>正在写入区块</translation>
    </message>
    <message>
      <source>Writing candidates</source>
      <translation>正在写出搬迁候选</translation>
    </message>
    <message>
      <source>Writing contests</source>
      <translation>正在写出建议冲突</translation>
    </message>
    <message>
      <source>Writing findings</source>
      <translation>正在写出问题</translation>
    </message>
    <message>
      <source>Writing heritage sites</source>
      <translation>正在写出文保点</translation>
    </message>
    <message>
      <source>Writing lines</source>
      <translation>正在写入线</translation>
    </message>
    <message>
      <source>Writing pairs</source>
      <translation>正在写出配对</translation>
    </message>
    <message>
      <source>Writing parcels</source>
      <translation>正在写入图斑</translation>
    </message>
    <message>
      <source>Writing pieces</source>
      <translation>正在写出分块</translation>
    </message>
    <message>
      <source>Writing places</source>
      <translation>正在写出特色点</translation>
    </message>
    <message>
      <source>Writing redevelopment areas</source>
      <translation>正在写出再开发片区</translation>
    </message>
    <message>
      <source>Writing settlements</source>
      <translation>正在写出农居点</translation>
    </message>
    <message>
      <source>Writing strips</source>
      <translation>正在写入条带</translation>
    </message>
    <message>
      <source>Writing the layers</source>
      <translation>正在写出图层</translation>
    </message>
    <message>
      <source>Writing the report</source>
      <translation>正在写出报告</translation>
    </message>
    <message>
      <source>Writing the table</source>
      <translation>写出表</translation>
    </message>
    <message>
      <source>Writing the tables</source>
      <translation>正在写出表格</translation>
    </message>
    <message>
      <source>Writing what was found</source>
      <translation>正在写出问题</translation>
    </message>
    <message>
      <source>Writing workbook and list of layers</source>
      <translation>正在写出工作簿和图层清单</translation>
    </message>
    <message>
      <source>Writing workbook and report</source>
      <translation>写出工作簿和报告</translation>
    </message>
    <message>
      <source>X · Special</source>
      <translation>X · 特色</translation>
    </message>
    <message>
      <source>Year field</source>
      <translation>建成年份字段</translation>
    </message>
    <message>
      <source>Year of building. Empty: a field usually called so, such as built_year or 建成年份.</source>
      <translation>建成年份。留空：采用常用名称的字段，例如 built_year 或“建成年份”。</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>Yours</source>
      <translation>您的标注</translation>
    </message>
    <message>
      <source>a QGIS expression in quotation marks</source>
      <translation>引号中的 QGIS 表达式</translation>
    </message>
    <message>
      <source>a character that the format's encoding does not have</source>
      <translation>该格式的编码中没有的字符</translation>
    </message>
    <message>
      <source>a code that the list of the field does not have</source>
      <translation>字段代码表中没有的代码</translation>
    </message>
    <message>
      <source>a colour such as #5f9e3f</source>
      <translation>颜色，例如 #5f9e3f</translation>
    </message>
    <message>
      <source>a layer of geometry None</source>
      <translation>几何类型为 None 的图层</translation>
    </message>
    <message>
      <source>a letter, then Latin letters, digits and _, no name that databases keep for themselves</source>
      <translation>以字母开头，由拉丁字母、数字和 _ 组成，且不是数据库保留字</translation>
    </message>
    <message>
      <source>a list [ ] of objects { }</source>
      <translation>由对象 { } 组成的列表 [ ]</translation>
    </message>
    <message>
      <source>a list [ ] of objects { }, not empty</source>
      <translation>由对象 { } 组成的非空列表 [ ]</translation>
    </message>
    <message>
      <source>a list of costs with land, [{"cost": 1, "survey": "03"}]</source>
      <translation>带土地的成本列表，如 [{"cost": 1, "survey": "03"}]</translation>
    </message>
    <message>
      <source>a list of rules in square brackets, [{…}, {…}]</source>
      <translation>方括号中的规则列表 [{…}, {…}]</translation>
    </message>
    <message>
      <source>a list of texts</source>
      <translation>文字列表</translation>
    </message>
    <message>
      <source>a list of texts, such as ["B1", "B2"]</source>
      <translation>文本列表，例如 ["B1", "B2"]</translation>
    </message>
    <message>
      <source>a list that leaves at least one rule</source>
      <translation>至少保留一条规则的列表</translation>
    </message>
    <message>
      <source>a name of its own of Latin letters, digits, _ and -</source>
      <translation>不重复的名称，由拉丁字母、数字、_ 和 - 组成</translation>
    </message>
    <message>
      <source>a name that does not stand twice</source>
      <translation>不重复的名称</translation>
    </message>
    <message>
      <source>a name that no other rule of the file has</source>
      <translation>文件中其他规则没有用过的名称</translation>
    </message>
    <message>
      <source>a name without spaces and punctuation that databases do not keep for themselves</source>
      <translation>不含空格和标点、且不是数据库保留字的名称</translation>
    </message>
    <message>
      <source>a number with more digits than the field has</source>
      <translation>位数超过字段长度的数值</translation>
    </message>
    <message>
      <source>a shape that is not of the layer's kind, or has several parts where one point is wanted</source>
      <translation>与图层类型不符，或要求单点而有多个部分的图形</translation>
    </message>
    <message>
      <source>a spreadsheet formula without =, fields in braces</source>
      <translation>不带 = 的电子表格公式，字段写在花括号中</translation>
    </message>
    <message>
      <source>a sub-type of the 5+X scheme, such as E2</source>
      <translation>“5+X”整治子类，如 E2</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>a text that is not empty</source>
      <translation>非空文本</translation>
    </message>
    <message>
      <source>a text that is too long</source>
      <translation>过长的文本</translation>
    </message>
    <message>
      <source>a whole number from 0 to 6</source>
      <translation>0 至 6 的整数</translation>
    </message>
    <message>
      <source>a whole number from 1 to 10,000</source>
      <translation>1 至 10,000 的整数</translation>
    </message>
    <message>
      <source>a whole number from 1 to 254</source>
      <translation>1 至 254 的整数</translation>
    </message>
    <message>
      <source>a: area of a block's parcels, A: area of all features of the input ({area} ha), P: perimeter; planar, in {crs}.</source>
      <translation>a：区块内图斑面积；A：输入图层全部要素面积（{area} 公顷）；P：周长。均为 {crs} 平面量算值。</translation>
    </message>
    <message>
      <source>age of the buildings</source>
      <translation>建成年代</translation>
    </message>
    <message>
      <source>all</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>an object in braces { }</source>
      <translation>花括号 { } 中的对象</translation>
    </message>
    <message>
      <source>an object of codes and their names</source>
      <translation>由代码及其名称组成的对象</translation>
    </message>
    <message>
      <source>an object with names and values in braces, {…}</source>
      <translation>花括号中的键值对 {…}</translation>
    </message>
    <message>
      <source>any number of</source>
      <translation>不限</translation>
    </message>
    <message>
      <source>as shipped</source>
      <translation>插件自带</translation>
    </message>
    <message>
      <source>at least {threshold} mu</source>
      <translation>{threshold} 亩及以上</translation>
    </message>
    <message>
      <source>beginnings of codes in one text, such as "02, 03, -0301"</source>
      <translation>一段文本，列出代码的开头，例如 "02, 03, -0301"</translation>
    </message>
    <message>
      <source>beginnings of codes of this code system in one text, such as "02, 03, -0301"</source>
      <translation>该编码体系的编码开头，写成一段文字，如 "02, 03, -0301"</translation>
    </message>
    <message>
      <source>boundary, point or nothing</source>
      <translation>boundary、point 或不填</translation>
    </message>
    <message>
      <source>broken</source>
      <translation>不满足</translation>
    </message>
    <message>
      <source>building coverage</source>
      <translation>建筑密度</translation>
    </message>
    <message>
      <source>by code</source>
      <translation>按地类编码</translation>
    </message>
    <message>
      <source>canopy</source>
      <translation>郁闭度</translation>
    </message>
    <message>
      <source>codes by code system, {"survey": "0602"}, or an expression, {"where": "…"}</source>
      <translation>各编码体系的编码，如 {"survey": "0602"}，或表达式，如 {"where": "…"}</translation>
    </message>
    <message>
      <source>conflict with a protected zone</source>
      <translation>与保护区冲突</translation>
    </message>
    <message>
      <source>conflict with the plan</source>
      <translation>与规划冲突</translation>
    </message>
    <message>
      <source>date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>degrees</source>
      <translation>度</translation>
    </message>
    <message>
      <source>ecological redline</source>
      <translation>生态保护红线</translation>
    </message>
    <message>
      <source>elevation</source>
      <translation>高程</translation>
    </message>
    <message>
      <source>elevation (DEM or ELEVATION_FIELD)</source>
      <translation>高程（DEM 或 ELEVATION_FIELD）</translation>
    </message>
    <message>
      <source>farmland blocks</source>
      <translation>耕地连片区块</translation>
    </message>
    <message>
      <source>fields with lists of values, {"TBXHDM": ["FQ"]}</source>
      <translation>字段及其取值列表，如 {"TBXHDM": ["FQ"]}</translation>
    </message>
    <message>
      <source>floor-area ratio</source>
      <translation>容积率</translation>
    </message>
    <message>
      <source>geometries of any kind</source>
      <translation>任意几何</translation>
    </message>
    <message>
      <source>grades</source>
      <translation>等别</translation>
    </message>
    <message>
      <source>ha</source>
      <translation>公顷</translation>
    </message>
    <message>
      <source>hazard</source>
      <translation>灾害隐患</translation>
    </message>
    <message>
      <source>heritage site</source>
      <translation>文保点</translation>
    </message>
    <message>
      <source>high-standard farmland</source>
      <translation>高标准农田</translation>
    </message>
    <message>
      <source>historic villages (PROTECTED, HERITAGE or LIST)</source>
      <translation>历史文化村落（PROTECTED、HERITAGE 或 LIST）</translation>
    </message>
    <message>
      <source>holds</source>
      <translation>满足</translation>
    </message>
    <message>
      <source>households and vacancy (STATISTICS)</source>
      <translation>户数和空置率（STATISTICS）</translation>
    </message>
    <message>
      <source>included</source>
      <translation>包含</translation>
    </message>
    <message>
      <source>large farmland block beside it</source>
      <translation>相邻大片耕地</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>不包含</translation>
    </message>
    <message>
      <source>less than before</source>
      <translation>低于置换前</translation>
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
      <source>more than reclaimed</source>
      <translation>超出复垦面积</translation>
    </message>
    <message>
      <source>mu</source>
      <translation>亩</translation>
    </message>
    <message>
      <source>name=weight for hazard, access, vacancy, scatter and terrain, separated by semicolons. Weights that do not add up to 1 are scaled.</source>
      <translation>按“名称=权重”填写，用分号分隔：hazard（灾害）、access（可达性）、vacancy（空置率）、scatter（零散度）、terrain（地形）。合计不等于 1 时按比例折算。</translation>
    </message>
    <message>
      <source>names with use codes of 2023, such as {"cropland": "0103"}</source>
      <translation>名称和 2023 版用地用海代码，例如 {"cropland": "0103"}</translation>
    </message>
    <message>
      <source>no</source>
      <translation>否</translation>
    </message>
    <message>
      <source>no date such as 2025-03-01</source>
      <translation>不是日期（例如 2025-03-01）</translation>
    </message>
    <message>
      <source>no geometries</source>
      <translation>无几何图形的记录</translation>
    </message>
    <message>
      <source>no geometry</source>
      <translation>无几何</translation>
    </message>
    <message>
      <source>no key</source>
      <translation>连接字段为空</translation>
    </message>
    <message>
      <source>no land code field is given (CODE_FIELD)</source>
      <translation>没有给出地类编码字段（CODE_FIELD）</translation>
    </message>
    <message>
      <source>no layer of it is given, and the delivery holds none</source>
      <translation>没有给出该图层，成果中也没有</translation>
    </message>
    <message>
      <source>no limit</source>
      <translation>不限</translation>
    </message>
    <message>
      <source>no number</source>
      <translation>不是数字</translation>
    </message>
    <message>
      <source>no value where the profile requires one</source>
      <translation>成果格式要求必填而没有值</translation>
    </message>
    <message>
      <source>no village boundary is given</source>
      <translation>没有给出村界</translation>
    </message>
    <message>
      <source>no whole number of up to nine digits</source>
      <translation>不是九位以内的整数</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>none may leave</source>
      <translation>不得调出</translation>
    </message>
    <message>
      <source>not chosen</source>
      <translation>未选择</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>not less than before</source>
      <translation>不低于置换前</translation>
    </message>
    <message>
      <source>not rated</source>
      <translation>未评级</translation>
    </message>
    <message>
      <source>number</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>one of Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, None</source>
      <translation>Point、MultiPoint、LineString、MultiLineString、Polygon、MultiPolygon、None 之一</translation>
    </message>
    <message>
      <source>one of land_use, categories</source>
      <translation>land_use、categories 之一</translation>
    </message>
    <message>
      <source>one of m2, ha, ha4, mu, percent</source>
      <translation>m2、ha、ha4、mu、percent 之一</translation>
    </message>
    <message>
      <source>one of parcels, village, basic_farmland, redline, boundary, construction, historic, facilities, planned_facilities</source>
      <translation>parcels、village、basic_farmland、redline、boundary、construction、historic、facilities、planned_facilities 之一</translation>
    </message>
    <message>
      <source>one of structure_zhejiang, structure_general, indicators</source>
      <translation>structure_zhejiang、structure_general、indicators 之一</translation>
    </message>
    <message>
      <source>one of sum, count, join, largest with a QGIS expression</source>
      <translation>sum、count、join、largest 之一，并带 QGIS 表达式</translation>
    </message>
    <message>
      <source>one of text, integer, double, float, date</source>
      <translation>text、integer、double、float、date 之一</translation>
    </message>
    <message>
      <source>one of use2023, survey</source>
      <translation>use2023、survey 之一</translation>
    </message>
    <message>
      <source>parcels</source>
      <translation>个</translation>
    </message>
    <message>
      <source>permanent basic farmland</source>
      <translation>永久基本农田</translation>
    </message>
    <message>
      <source>points</source>
      <translation>点</translation>
    </message>
    <message>
      <source>points or polygons</source>
      <translation>点或多边形</translation>
    </message>
    <message>
      <source>points, lines or polygons</source>
      <translation>点、线或多边形</translation>
    </message>
    <message>
      <source>pollution</source>
      <translation>污染</translation>
    </message>
    <message>
      <source>polygons</source>
      <translation>多边形</translation>
    </message>
    <message>
      <source>public complaint</source>
      <translation>群众诉求</translation>
    </message>
    <message>
      <source>rating</source>
      <translation>评价等级</translation>
    </message>
    <message>
      <source>relocation candidates, so that contests are unknown (CANDIDATES)</source>
      <translation>村庄搬迁候选（CANDIDATES），因此争议未知</translation>
    </message>
    <message>
      <source>rows or parts, not both</source>
      <translation>rows 或 parts，二者不能并存</translation>
    </message>
    <message>
      <source>rules, or ids under “without”</source>
      <translation>规则，或在 “without” 下列出规则编号</translation>
    </message>
    <message>
      <source>scenic places</source>
      <translation>景点</translation>
    </message>
    <message>
      <source>scenic places (SCENIC)</source>
      <translation>景点（SCENIC）</translation>
    </message>
    <message>
      <source>shipped</source>
      <translation>自带</translation>
    </message>
    <message>
      <source>size</source>
      <translation>规模</translation>
    </message>
    <message>
      <source>slope</source>
      <translation>坡度</translation>
    </message>
    <message>
      <source>slope grade, 1 to 5</source>
      <translation>坡度级别，1 至 5</translation>
    </message>
    <message>
      <source>special for another reason there</source>
      <translation>对方按其他特色认定</translation>
    </message>
    <message>
      <source>special here, moved or renewed there</source>
      <translation>本工具认定为特色，对方建议搬迁或整治</translation>
    </message>
    <message>
      <source>special only there</source>
      <translation>仅对方认定为特色</translation>
    </message>
    <message>
      <source>survey parcels (DLTB)</source>
      <translation>调查图斑（DLTB）</translation>
    </message>
    <message>
      <source>table</source>
      <translation>表格</translation>
    </message>
    <message>
      <source>tax</source>
      <translation>税收</translation>
    </message>
    <message>
      <source>text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>texts in both languages, {"zh": …, "en": …}</source>
      <translation>两种语言的文本 {"zh": …, "en": …}</translation>
    </message>
    <message>
      <source>the delivery does not say what was built before</source>
      <translation>成果中没有基期建设用地</translation>
    </message>
    <message>
      <source>the delivery has no layer of basic farmland</source>
      <translation>成果中没有永久基本农田图层</translation>
    </message>
    <message>
      <source>the delivery has no layer of the development boundary</source>
      <translation>成果中没有城镇开发边界图层</translation>
    </message>
    <message>
      <source>the delivery has no parcels with base-year and planned codes</source>
      <translation>成果中没有带基期和规划代码的图斑</translation>
    </message>
    <message>
      <source>the delivery has no parcels with planned codes</source>
      <translation>成果中没有带规划代码的图斑</translation>
    </message>
    <message>
      <source>the delivery has no structure adjustment table</source>
      <translation>成果中没有结构调整表</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>磁盘已满</translation>
    </message>
    <message>
      <source>the id of a rule</source>
      <translation>规则的编号</translation>
    </message>
    <message>
      <source>the layer {parameter} has no features</source>
      <translation>图层 {parameter} 没有要素</translation>
    </message>
    <message>
      <source>the layer {parameter} is not given</source>
      <translation>没有给出图层 {parameter}</translation>
    </message>
    <message>
      <source>the layer {parameter} is not given, or empty</source>
      <translation>没有给出图层 {parameter}，或图层为空</translation>
    </message>
    <message>
      <source>the name of a field of this layer</source>
      <translation>本图层的字段名</translation>
    </message>
    <message>
      <source>the parcels have no field {field}</source>
      <translation>图斑没有字段 {field}</translation>
    </message>
    <message>
      <source>the rule has no codes for this code system</source>
      <translation>该规则没有此编码体系的编码</translation>
    </message>
    <message>
      <source>the source refused {count} parcels</source>
      <translation>数据源拒绝了 {count} 个图斑</translation>
    </message>
    <message>
      <source>the table PROBLEMS, if you ask for it</source>
      <translation>PROBLEMS 表（须指定输出）</translation>
    </message>
    <message>
      <source>tourism facilities</source>
      <translation>旅游设施</translation>
    </message>
    <message>
      <source>tourism facilities (TOURISM)</source>
      <translation>旅游设施（TOURISM）</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true 或 false</translation>
    </message>
    <message>
      <source>under {threshold} mu</source>
      <translation>不足 {threshold} 亩</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>unknown code</source>
      <translation>未知代码</translation>
    </message>
    <message>
      <source>unknown reason</source>
      <translation>原因不明</translation>
    </message>
    <message>
      <source>unnamed</source>
      <translation>名称不详</translation>
    </message>
    <message>
      <source>up to 20 Latin letters, digits, _ and -</source>
      <translation>不超过 20 个拉丁字母、数字、_ 和 -</translation>
    </message>
    <message>
      <source>usual zones</source>
      <translation>默认</translation>
    </message>
    <message>
      <source>vacancy</source>
      <translation>空置</translation>
    </message>
    <message>
      <source>whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>without a project</source>
      <translation>没有项目</translation>
    </message>
    <message>
      <source>without a village</source>
      <translation>没有所属村</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>{area} m² lie inside a water-source zone.</source>
      <translation>有 {area} 平方米位于水源保护区内。</translation>
    </message>
    <message>
      <source>{area} m² lie inside the ecological redline.</source>
      <translation>有 {area} 平方米位于生态保护红线内。</translation>
    </message>
    <message>
      <source>{area} m² stand on land recorded as permanent basic farmland.</source>
      <translation>有 {area} 平方米占用图上的永久基本农田。</translation>
    </message>
    <message>
      <source>{code} (unknown code)</source>
      <translation>{code}（未知代码）</translation>
    </message>
    <message>
      <source>{code} {name}</source>
      <translation>{code} {name}</translation>
    </message>
    <message>
      <source>{code} {name} (not in the form)</source>
      <translation>{code} {name}（表中没有）</translation>
    </message>
    <message>
      <source>{count} enterprises: {names}.</source>
      <translation>共有 {count} 家企业：{names}。</translation>
    </message>
    <message>
      <source>{count} enterprises: {names}; the worst rating, {grade}, counts.</source>
      <translation>共有 {count} 家企业：{names}；评级取最低的 {grade}。</translation>
    </message>
    <message>
      <source>{count} or more pieces of evidence against it</source>
      <translation>不利依据达到 {count} 项及以上</translation>
    </message>
    <message>
      <source>{count} parcels still wait</source>
      <translation>仍有 {count} 个图斑待保存</translation>
    </message>
    <message>
      <source>{count} parcels with {mu} mu within {gap} m of one another.</source>
      <translation>{count} 个图斑，共 {mu} 亩，彼此间距不超过 {gap} 米。</translation>
    </message>
    <message>
      <source>{count} pieces of evidence speak against it ({limit} or more): a candidate.</source>
      <translation>不利依据 {count} 项（达到 {limit} 项及以上），为候选图斑。</translation>
    </message>
    <message>
      <source>{count} pieces of evidence speak against it, {limit} are needed: no candidate.</source>
      <translation>不利依据 {count} 项，不足 {limit} 项，不是候选图斑。</translation>
    </message>
    <message>
      <source>{count}&lt;br&gt;{mu} mu</source>
      <translation>{count} 个&lt;br&gt;{mu} 亩</translation>
    </message>
    <message>
      <source>{field} holds {what} in {count} rows ({rows})</source>
      <translation>{field} 有 {count} 行为{what}（{rows}）</translation>
    </message>
    <message>
      <source>{field} {code} is not in the scheme, or not of this category: no rule is applied.</source>
      <translation>{field} 的 {code} 不在方案中，或不属于该类别：不套用规则。</translation>
    </message>
    <message>
      <source>{field}, in degrees</source>
      <translation>{field}（度数）</translation>
    </message>
    <message>
      <source>{field}: enterprises that pay no tax: {count}. They count as such; leave the field empty where the tax is not known.</source>
      <translation>{field}：税收为 0 的企业：{count} 家，按没有缴税处理；税收未知时请将字段留空。</translation>
    </message>
    <message>
      <source>{field}: keys that stand in several rows, so that none of them is used: {count} ({names}).</source>
      <translation>{field}：在多行中重复、因而均未采用的键值：{count} 个（{names}）。</translation>
    </message>
    <message>
      <source>{field}: more consenting than households, so consent is unknown: {count} ({names}).</source>
      <translation>{field}：同意户数多于户数，同意率按未知处理：{count} 处（{names}）。</translation>
    </message>
    <message>
      <source>{field}: more vacant than dwellings, so vacancy is unknown: {count} ({names}).</source>
      <translation>{field}：空置住宅数多于住宅数，空置率按未知处理：{count} 处（{names}）。</translation>
    </message>
    <message>
      <source>{field}: negative counts, taken as unknown: {count} ({names}).</source>
      <translation>{field}：数值为负，按未知处理：{count} 处（{names}）。</translation>
    </message>
    <message>
      <source>{field}: negative taxes, taken as unknown: {count}.</source>
      <translation>{field}：税收为负，按未知处理：{count} 个。</translation>
    </message>
    <message>
      <source>{field}: ratings that are none of A, B, C and D, taken as unknown: {count} ({names}).</source>
      <translation>{field}：不是 A、B、C、D 的评级，按未知处理：{count} 个（{names}）。</translation>
    </message>
    <message>
      <source>{field}: values that are no numbers, taken as unknown: {count} ({names}).</source>
      <translation>{field}：不是数字，按未知处理：{count} 处（{names}）。</translation>
    </message>
    <message>
      <source>{field}: values that say neither yes nor no, taken as unknown: {count} ({names}).</source>
      <translation>{field}：不能判断是或否的取值，按未知处理：{count} 个（{names}）。</translation>
    </message>
    <message>
      <source>{first} {second}</source>
      <translation>{first}{second}</translation>
    </message>
    <message>
      <source>{known}, unknown in {count}</source>
      <translation>{known}（{count} 个未知）</translation>
    </message>
    <message>
      <source>{label} ({name})</source>
      <translation>{name}（{label}）</translation>
    </message>
    <message>
      <source>{label} [mu]</source>
      <translation>{label}（亩）</translation>
    </message>
    <message>
      <source>{label}: {value}</source>
      <translation>{label}：{value}</translation>
    </message>
    <message>
      <source>{layers} layers and tables with {features} features, as {profile} in {format}.</source>
      <translation>{layers} 个图层和表格，共 {features} 个要素；成果类型 {profile}，格式 {format}。</translation>
    </message>
    <message>
      <source>{layer} (run “{tool}” first)</source>
      <translation>{layer}（请先运行“{tool}”）</translation>
    </message>
    <message>
      <source>{layer} cannot be edited: it is read-only, or its file is locked.</source>
      <translation>{layer} 不能编辑：图层为只读，或文件被锁定。</translation>
    </message>
    <message>
      <source>{layer} cannot be opened</source>
      <translation>{layer} 无法打开</translation>
    </message>
    <message>
      <source>{layer} does not read as it was written, rows {rows}</source>
      <translation>{layer} 重新读取的内容与写出的不一致，第 {rows} 行</translation>
    </message>
    <message>
      <source>{layer} has no field {field}</source>
      <translation>{layer} 没有字段 {field}</translation>
    </message>
    <message>
      <source>{layer} is ready for tagging; fields added: {count}.</source>
      <translation>{layer} 可以标注了，新增 {count} 个字段。</translation>
    </message>
    <message>
      <source>{layer}: no field “{field}”</source>
      <translation>{layer}：没有字段“{field}”</translation>
    </message>
    <message>
      <source>{layer}: no layer</source>
      <translation>{layer}：没有图层</translation>
    </message>
    <message>
      <source>{limit} mu or more: contiguous redevelopment.</source>
      <translation>达到 {limit} 亩：集中连片再开发。</translation>
    </message>
    <message>
      <source>{lower}: {value} is above {upper} ({limit}). Give a value no larger than that.</source>
      <translation>{lower}：{value} 大于 {upper}（{limit}）。请填写不大于该值的数值。</translation>
    </message>
    <message>
      <source>{low} to under {high} mu</source>
      <translation>{low} 至不足 {high} 亩</translation>
    </message>
    <message>
      <source>{mean} (from the data)</source>
      <translation>{mean}（取自数据）</translation>
    </message>
    <message>
      <source>{metres} m or more, {households} households or more, vacancy below {share} %</source>
      <translation>高程 {metres} 米及以上、{households} 户及以上、空置率低于 {share}%</translation>
    </message>
    <message>
      <source>{name} ({rating})</source>
      <translation>{name}（{rating}）</translation>
    </message>
    <message>
      <source>{name} at {slope}°, {limit}° or gentler.</source>
      <translation>{name}，坡度 {slope}°，不大于 {limit}°。</translation>
    </message>
    <message>
      <source>{name} at {slope}°, {limit}° or steeper, {mu} mu net.</source>
      <translation>{name}，坡度 {slope}°，不小于 {limit}°，净面积 {mu} 亩。</translation>
    </message>
    <message>
      <source>{name} of the steepest slope grade, {mu} mu net.</source>
      <translation>{name}，坡度级别为最陡一级，净面积 {mu} 亩。</translation>
    </message>
    <message>
      <source>{name}: {done} of {target} mu ({share})</source>
      <translation>{name}：{done} / {target} 亩（{share}）</translation>
    </message>
    <message>
      <source>{out} ha in {out_count} parcels are moved out, {into} ha in {in_count} parcels are moved in: a change of {change} mu.</source>
      <translation>调出 {out_count} 个图斑 {out} 公顷，调入 {in_count} 个图斑 {into} 公顷，变化 {change} 亩。</translation>
    </message>
    <message>
      <source>{out} parcels of steep cropland ({out_mu} mu net) become forest, {into} of gentle forest and orchard become cropland ({in_mu} mu net). Mean slope {before}° → {after}°, share in large blocks {share} % → {share_after} %.</source>
      <translation>陡坡耕地 {out} 块（净面积 {out_mu} 亩）改为林地，缓坡林地、园地 {into} 块（净面积 {in_mu} 亩）改为耕地。平均坡度 {before}° → {after}°，大片耕地占比 {share} % → {share_after} %。</translation>
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
      <source>{parameter}: choose 0, 1 or 2, not {value}.</source>
      <translation>{parameter}：请选择 0、1 或 2，而不是 {value}。</translation>
    </message>
    <message>
      <source>{parameter}: choose the field of {layer} that tells which enterprise stands on which parcel, such as BSM.</source>
      <translation>{parameter}：请选择 {layer} 中用于对应企业与图斑的字段，例如 BSM。</translation>
    </message>
    <message>
      <source>{parameter}: choose the field of {layer} that tells which feature of {input} a row of {list} means.</source>
      <translation>{parameter}：请选择 {layer} 中的字段，用以说明 {list} 的各行对应 {input} 的哪个要素。</translation>
    </message>
    <message>
      <source>{parameter}: choose the field of {layer} that tells which row of the statistics belongs to which settlement, such as the village's name or code.</source>
      <translation>{parameter}：请选择 {layer} 中用于对应农居点与统计表的字段，例如村名或村代码。</translation>
    </message>
    <message>
      <source>{parameter}: coordinates that are no numbers, or do not fit the layer's CRS, in {count} features; the first is number {number}. Set the right CRS in the layer's properties, or delete these features.</source>
      <translation>{parameter}：有 {count} 个要素的坐标不是数字，或与图层的坐标参考系不符；第一个是第 {number} 个要素。请在图层属性中设置正确的坐标参考系，或删除这些要素。</translation>
    </message>
    <message>
      <source>{parameter}: curves are delivered as short straight segments.</source>
      <translation>{parameter}：曲线以短直线段输出。</translation>
    </message>
    <message>
      <source>{parameter}: features passed over because the scheme lacks their codes, or has them in another category: {count} ({codes}).</source>
      <translation>{parameter}：因代码不在方案中或属于其他类别而略过的要素：{count} 个（{codes}）。</translation>
    </message>
    <message>
      <source>{parameter}: features that lie on no parcel of INPUT and do not count: {count}.</source>
      <translation>{parameter}：不在 INPUT 任何图斑上、不计入的要素：{count} 个。</translation>
    </message>
    <message>
      <source>{parameter}: features with an invalid geometry, left out: {count}. The first is number {number} ({reason}).</source>
      <translation>{parameter}：因几何图形无效而未参与分析的要素：{count} 个，第一个为第 {number} 个要素（{reason}）。</translation>
    </message>
    <message>
      <source>{parameter}: features without area, left out: {count}.</source>
      <translation>{parameter}：没有面积、不予采用的要素：{count} 个。</translation>
    </message>
    <message>
      <source>{parameter}: features without geometry, left out: {count}.</source>
      <translation>{parameter}：因没有几何图形而未参与分析的要素：{count} 个。</translation>
    </message>
    <message>
      <source>{parameter}: fields with personal data, not delivered: {names}.</source>
      <translation>{parameter}：含个人信息、未输出的字段：{names}。</translation>
    </message>
    <message>
      <source>{parameter}: give a name of 1 to {most} characters.</source>
      <translation>{parameter}：请填写 1 至 {most} 个字符的名称。</translation>
    </message>
    <message>
      <source>{parameter}: heights and measures are left out, shapes are delivered flat.</source>
      <translation>{parameter}：不含高程和 M 值，按平面图形输出。</translation>
    </message>
    <message>
      <source>{parameter}: no criterion has a weight above 0. Write them like {example}.</source>
      <translation>{parameter}：没有一项指标的权重大于 0。请按如下格式填写：{example}。</translation>
    </message>
    <message>
      <source>{parameter}: no feature of the layer “{layer}” suggests anything.</source>
      <translation>{parameter}：图层“{layer}”中没有给出建议的要素。</translation>
    </message>
    <message>
      <source>{parameter}: no feature of {input} is on the list: {field} holds {left}, {other} holds {right}. Choose the fields that hold the same keys.</source>
      <translation>{parameter}：{input} 中没有要素列入名单：{field} 的取值为 {left}，{other} 的取值为 {right}。请选择能相互对应的字段。</translation>
    </message>
    <message>
      <source>{parameter}: no fields can be added to the layer “{layer}”: it is read-only, or its format allows none. Make a copy instead.</source>
      <translation>{parameter}：不能在图层“{layer}”中添加字段：图层为只读，或其格式不支持。请改为生成副本。</translation>
    </message>
    <message>
      <source>{parameter}: nothing is given that suggests a category. Choose a layer here, or for one of: {others}.</source>
      <translation>{parameter}：没有给出可用来建议类别的图层。请在此选择，或在 {others} 中选择一个。</translation>
    </message>
    <message>
      <source>{parameter}: nothing of the layer “{layer}” lies on the parcels.</source>
      <translation>{parameter}：图层“{layer}”在图斑范围内没有任何要素。</translation>
    </message>
    <message>
      <source>{parameter}: parcels overlap one another, and {area} m² count twice. Delete the doubles.</source>
      <translation>{parameter}：图斑相互重叠，重复计算 {area} 平方米。请删除重复的图斑。</translation>
    </message>
    <message>
      <source>{parameter}: parcels whose slope is not known: {count}. They stand in a line of their own; give SLOPE_FIELD or a DEM.</source>
      <translation>{parameter}：坡度不明的图斑：{count} 个，单列一行；请指定 SLOPE_FIELD 或给出 DEM。</translation>
    </message>
    <message>
      <source>{parameter}: rows that mean none of the features looked at: {count} ({names}).</source>
      <translation>{parameter}：没有对应到所判定要素的行：{count} 行（{names}）。</translation>
    </message>
    <message>
      <source>{parameter}: the code system has no code “{code}”. Write one such as {usual}.</source>
      <translation>{parameter}：该代码体系没有代码“{code}”。请填写如 {usual} 的代码。</translation>
    </message>
    <message>
      <source>{parameter}: the comparisons contradict each other: consistency ratio {ratio}, allowed is below 0.1. The pair that fits least is {first} against {second}: it says {value}, the others together {fitting}.</source>
      <translation>{parameter}：两两比较相互矛盾，一致性比例为 {ratio}，应小于 0.1。最不协调的一对是 {first} 与 {second}：填写为 {value}，按其余比较推算为 {fitting}。</translation>
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
      <source>{parameter}: the field holds no code at all. Choose the field with the land codes, such as DLBM.</source>
      <translation>{parameter}：所选字段全部为空。请选择地类编码所在的字段，例如 DLBM。</translation>
    </message>
    <message>
      <source>{parameter}: the field {field} holds {found} characters, too few for {needed}. Make it longer, or delete it, and run again.</source>
      <translation>{parameter}：字段 {field} 长度为 {found}，至少需要 {needed}。请加长或删除该字段后重新运行。</translation>
    </message>
    <message>
      <source>{parameter}: the field {field} is there but holds no text. Rename or delete it, and run again.</source>
      <translation>{parameter}：字段 {field} 已存在，但不是文本字段。请改名或删除后重新运行。</translation>
    </message>
    <message>
      <source>{parameter}: the layer cannot be opened. Choose a layer that loads in QGIS.</source>
      <translation>{parameter}：图层无法打开。请选择能在 QGIS 中加载的图层。</translation>
    </message>
    <message>
      <source>{parameter}: the layer has no field {field}. Run “Prepare parcels for tagging” on it first.</source>
      <translation>{parameter}：图层没有字段 {field}。请先对其运行“准备标注图层”。</translation>
    </message>
    <message>
      <source>{parameter}: the layer has no field “{field}”. Run “Plan codes” on the parcels first, and choose its result as {input}.</source>
      <translation>{parameter}：图层没有字段“{field}”。请先对图斑运行“规划用途代码”，并将其结果作为 {input}。</translation>
    </message>
    <message>
      <source>{parameter}: the layer has no field “{name}”. Choose one of: {fields}.</source>
      <translation>{parameter}：图层没有字段“{name}”。可选字段：{fields}。</translation>
    </message>
    <message>
      <source>{parameter}: the layer has no field “{name}”. Run “Plan codes” on it first, or choose the field with the codes.</source>
      <translation>{parameter}：图层没有字段“{name}”。请先运行“规划用途代码”，或选择代码所在的字段。</translation>
    </message>
    <message>
      <source>{parameter}: the layer {layer} in {path} cannot be opened. Check that the file is whole.</source>
      <translation>{parameter}：{path} 中的图层 {layer} 无法打开。请核对文件是否完整。</translation>
    </message>
    <message>
      <source>{parameter}: the layer “{layer}” has no CRS. Set it in the layer's properties and run again.</source>
      <translation>{parameter}：图层“{layer}”没有坐标参照系。请在图层属性中设置后重新运行。</translation>
    </message>
    <message>
      <source>{parameter}: the layer “{layer}” has no features that count, so nothing is known from it.</source>
      <translation>{parameter}：图层“{layer}”中没有可用的要素，相关情况按未知处理。</translation>
    </message>
    <message>
      <source>{parameter}: the layer “{layer}” has no features, so nothing is known from it.</source>
      <translation>{parameter}：图层“{layer}”中没有要素，相关数据按未知处理。</translation>
    </message>
    <message>
      <source>{parameter}: the layer “{layer}” has no features.</source>
      <translation>{parameter}：图层“{layer}”中没有要素。</translation>
    </message>
    <message>
      <source>{parameter}: the layer “{layer}” has no field {field}. Choose a result that holds: {label}.</source>
      <translation>{parameter}：图层“{layer}”没有字段 {field}。请选择{label}的结果图层。</translation>
    </message>
    <message>
      <source>{parameter}: the layer “{layer}” holds no polygons. Choose a layer with polygons.</source>
      <translation>{parameter}：图层“{layer}”不是面图层。请选择面图层。</translation>
    </message>
    <message>
      <source>{parameter}: the layer “{layer}” holds {found}. Choose a layer with {wanted}.</source>
      <translation>{parameter}：图层“{layer}”的几何类型为{found}。请选择{wanted}图层。</translation>
    </message>
    <message>
      <source>{parameter}: the layer “{layer}” of {name} has no field “{field}”. Both layers need the field under the same name.</source>
      <translation>{parameter}：{name} 的图层“{layer}”没有字段“{field}”。两个图层须有同名字段。</translation>
    </message>
    <message>
      <source>{parameter}: the name of the field {field} in {layer} takes {needed} bytes and {format} holds {room}, in its encoding. Shorten it in the profile, or choose GeoPackage.</source>
      <translation>{parameter}：{layer} 的字段名 {field} 需要 {needed} 字节，{format} 在其编码下只能容纳 {room} 字节。请在成果格式文件中缩短，或选择 GeoPackage。</translation>
    </message>
    <message>
      <source>{parameter}: the profile {profile} has no place for this layer. Leave it empty, or choose another profile.</source>
      <translation>{parameter}：成果类型 {profile} 中没有该图层的位置。请留空，或选择其他成果类型。</translation>
    </message>
    <message>
      <source>{parameter}: the scheme has no code “{code}”. Use one of: {valid}.</source>
      <translation>{parameter}：方案中没有代码“{code}”。可用的代码：{valid}。</translation>
    </message>
    <message>
      <source>{parameter}: the text needs {needed} bytes (a Chinese character takes 3), and the field {field} holds {most}. Shorten it.</source>
      <translation>{parameter}：文字需要 {needed} 字节（一个汉字占 3 字节），字段 {field} 只能容纳 {most} 字节。请缩短。</translation>
    </message>
    <message>
      <source>{parameter}: the weight of {name} is “{value}”. Give a number of 0 or more.</source>
      <translation>{parameter}：{name} 的权重为“{value}”。请填写不小于 0 的数值。</translation>
    </message>
    <message>
      <source>{parameter}: this layer is part of the delivery {path} that would be replaced. Save it elsewhere first, or choose another FOLDER.</source>
      <translation>{parameter}：该图层属于将被替换的成果 {path}。请先另存，或另选 FOLDER。</translation>
    </message>
    <message>
      <source>{parameter}: values in {field} that are no quality grade from 1 to 15, taken as unknown: {count}.</source>
      <translation>{parameter}：字段 {field} 中不是 1 至 15 等别的值：{count} 个，按未知处理。</translation>
    </message>
    <message>
      <source>{parameter}: values in {field} that cannot be, taken as unknown: {count}. A coverage is a share of 0 to 1.</source>
      <translation>{parameter}：字段 {field} 中不可能的数值，按未知处理：{count} 个。建筑密度为 0 至 1 的小数。</translation>
    </message>
    <message>
      <source>{parameter}: workbooks need the Python package openpyxl, which this QGIS does not have. Leave the workbook empty, or install openpyxl (on Debian or Ubuntu python3-openpyxl, elsewhere “pip3 install openpyxl” with QGIS's own Python) and restart QGIS.</source>
      <translation>{parameter}：工作簿需要 Python 包 openpyxl，当前 QGIS 中没有。请不输出工作簿，或安装 openpyxl（Debian 或 Ubuntu：python3-openpyxl；其他系统：用 QGIS 自带的 Python 运行“pip3 install openpyxl”）后重启 QGIS。</translation>
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
      <source>{parameter}: {first} against {second} is {value}, but {second} against {first} is {other}. Each must be 1 divided by the other, and 1 for a criterion against itself.</source>
      <translation>{parameter}：{first} 比 {second} 为 {value}，而 {second} 比 {first} 为 {other}。两者应互为倒数，指标与自身相比应为 1。</translation>
    </message>
    <message>
      <source>{parameter}: {name} is there twice. Give each criterion one weight.</source>
      <translation>{parameter}：{name} 出现两次。每项指标只填写一个权重。</translation>
    </message>
    <message>
      <source>{parameter}: {path} cannot be opened. Check that the file is whole and not in use.</source>
      <translation>{parameter}：{path} 无法打开。请核对文件是否完整、是否正被占用。</translation>
    </message>
    <message>
      <source>{parameter}: {path} cannot be written ({reason}). Choose another folder, or close the programs that use the file.</source>
      <translation>{parameter}：无法写入 {path}（{reason}）。请另选文件夹，或关闭正在使用该文件的程序。</translation>
    </message>
    <message>
      <source>{parameter}: {path} holds no layers. Choose the folder with the shapefiles, GeoPackage or file geodatabase of the delivery.</source>
      <translation>{parameter}：{path} 中没有图层。请选择存放成果 Shapefile、GeoPackage 或文件地理数据库的文件夹。</translation>
    </message>
    <message>
      <source>{parameter}: {path} is not there. Choose the folder or file again.</source>
      <translation>{parameter}：{path} 不存在。请重新选择文件夹或文件。</translation>
    </message>
    <message>
      <source>{parameter}: {path} is the file of {other} already. Choose another file.</source>
      <translation>{parameter}：{path} 已是 {other} 所用的文件。请另选一个文件。</translation>
    </message>
    <message>
      <source>{parameter}: {percent} % of the features carry codes that the code system “{system}” does not have ({codes}). Choose the field with the land codes, or correct them.</source>
      <translation>{parameter}：{percent}% 的要素编码不在编码体系“{system}”中（{codes}）。请选择地类编码所在的字段，或更正编码。</translation>
    </message>
    <message>
      <source>{parameter}: {value} cannot be used. Give a number {limit}.</source>
      <translation>{parameter}：不能为 {value}。允许的数值：{limit}。</translation>
    </message>
    <message>
      <source>{parameter}: {year} is no year of a plan. Give one from {first} to {last}.</source>
      <translation>{parameter}：{year} 不是规划年份。请填写 {first} 至 {last} 之间的年份。</translation>
    </message>
    <message>
      <source>{parameter}: “{entry}” begins no code of the code system “{system}”. Write codes such as 1001 or 05xx, separated by commas.</source>
      <translation>{parameter}：编码体系“{system}”中没有以“{entry}”开头的编码。请填写如 1001 或 05xx 的编码，用逗号分隔。</translation>
    </message>
    <message>
      <source>{parameter}: “{entry}” names no criterion. Write name=weight for {names}, separated by semicolons.</source>
      <translation>{parameter}：“{entry}”不是指标。请按“名称=权重”填写 {names}，用分号分隔。</translation>
    </message>
    <message>
      <source>{parameter}: “{layer}” is called a village boundary and has no field {field} that says otherwise. Choose the urban development boundary.</source>
      <translation>{parameter}：“{layer}”从名称看是村庄边界，且没有 {field} 字段说明规划分区。请选择城镇开发边界。</translation>
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
      <source>{percent} % of the contiguous cropland served.</source>
      <translation>所服务集中连片耕地的 {percent} %。</translation>
    </message>
    <message>
      <source>{percent} % of the reclaimed construction land.</source>
      <translation>复垦建设用地的 {percent} %。</translation>
    </message>
    <message>
      <source>{project}: more revitalisation land than allowed, by {mu} mu.</source>
      <translation>{project}：盘活用地超出额度 {mu} 亩。</translation>
    </message>
    <message>
      <source>{project}: the surplus quota is negative, {mu} mu.</source>
      <translation>{project}：节余指标为负，{mu} 亩。</translation>
    </message>
    <message>
      <source>{rank} ({low}–{high})</source>
      <translation>{rank}（{low}–{high}）</translation>
    </message>
    <message>
      <source>{share} % lies inside the boundary ({limit} % or more).</source>
      <translation>{share}% 位于边界内（达到 {limit}% 及以上）。</translation>
    </message>
    <message>
      <source>{share} % lies outside the boundary ({limit} % or more).</source>
      <translation>{share}% 位于边界外（不低于 {limit}%）。</translation>
    </message>
    <message>
      <source>{share} % lies outside the boundary, below {limit} %: no candidate.</source>
      <translation>{share}% 位于边界外，低于 {limit}%，不是候选。</translation>
    </message>
    <message>
      <source>{share} % of it is recorded as permanent basic farmland.</source>
      <translation>{share}% 为图上永久基本农田。</translation>
    </message>
    <message>
      <source>{share} % of its edge lies beside large blocks.</source>
      <translation>边界的 {share} % 与大片耕地相邻。</translation>
    </message>
    <message>
      <source>{share} % of the households consent: a candidate only.</source>
      <translation>{share}% 的农户同意，仅为候选。</translation>
    </message>
    <message>
      <source>{source} can become several codes: {code} stands until a person chooses.</source>
      <translation>{source} 可对应多个代码：选定之前取 {code}。</translation>
    </message>
    <message>
      <source>{title}: {layer}</source>
      <translation>{title}：{layer}</translation>
    </message>
    <message>
      <source>{title}: {part}</source>
      <translation>{title}：{part}</translation>
    </message>
    <message>
      <source>{total} ha in all, of which {changed} ha change their code. No row of the form takes {base} ha in the base year and {plan} ha in the plan; they stand in rows of their own.</source>
      <translation>共 {total} 公顷，其中 {changed} 公顷的代码有变化。表中没有对应行的土地基期年有 {base} 公顷，规划有 {plan} 公顷，均单独列行。</translation>
    </message>
    <message>
      <source>{value} %</source>
      <translation>{value}%</translation>
    </message>
    <message>
      <source>{value} % of the dwellings are vacant ({limit} % or more).</source>
      <translation>住宅空置率 {value}%（不低于 {limit}%）。</translation>
    </message>
    <message>
      <source>{value} km to services by road, remote beyond {limit} km.</source>
      <translation>沿道路至最近公共服务点 {value} 千米（超过 {limit} 千米为偏远）。</translation>
    </message>
    <message>
      <source>{value} km to services in a straight line, remote beyond {limit} km.</source>
      <translation>至最近公共服务点直线距离 {value} 千米（超过 {limit} 千米为偏远）。</translation>
    </message>
    <message>
      <source>{value} m² lie inside a water-source zone.</source>
      <translation>有 {value} 平方米位于水源保护区内。</translation>
    </message>
    <message>
      <source>{value} m² lie inside the ecological redline: nothing new can be built there.</source>
      <translation>有 {value} 平方米位于生态保护红线内，红线内不得新建。</translation>
    </message>
    <message>
      <source>–</source>
      <translation>–</translation>
    </message>
    <message>
      <source>“REDLINE” or “MINES”</source>
      <translation>“REDLINE”或“MINES”</translation>
    </message>
    <message>
      <source>“parcels”, “margin”, “belt” or “corridor”</source>
      <translation>“parcels”“margin”“belt”或“corridor”</translation>
    </message>
    <message>
      <source>“same”, a name listed under “uses”, or a land use code of 2023</source>
      <translation>“same”、“uses”中的名称，或 2023 版用地用海代码</translation>
    </message>
    <message>
      <source>“steep” or “gentle”</source>
      <translation>“steep”或“gentle”</translation>
    </message>
    <message>
      <source>“{layer}” was read in part only: try again</source>
      <translation>“{layer}”只读取了一部分，请重试</translation>
    </message>
  </context>
</TS>
