"""A terrain model as an algorithm reads it: in strips, as numbers, cells measured in metres."""

from qgis.core import QgsRectangle

from ..algorithms.errors import InvalidInput
from .base import given
from .crs import cell_size_in_metres, transform_points

_STRIP_CELLS = 250_000  # few enough to stay in the processor's cache


def dem_given(algorithm, parameters, context):
    """The Dem of the parameter DEM, None for none: to be asked on the layer's own thread."""
    layer = algorithm.parameterAsRasterLayer(parameters, "DEM", context)
    return Dem(layer) if layer is not None and layer.isValid() else None


class Dem:
    """The first band of a raster layer, readable on another thread.

    Make it on the layer's own thread (`prepareAlgorithm`).
    """

    def __init__(self, layer):
        self._provider = layer.dataProvider().clone()
        self.crs = layer.crs()
        self.name = layer.name()

    def grid(self):
        """Its cells as an algorithms.zonal.Grid."""
        from ..algorithms.zonal import Grid

        extent, columns, rows = self._provider.extent(), self._provider.xSize(), self._provider.ySize()
        return Grid(
            extent.xMinimum(), extent.yMaximum(), extent.width() / columns, extent.height() / rows, columns, rows
        )

    def read(self, first_row, last_row, first_column, last_column):
        """Heights of these rows and columns (last ones not included), NaN for NoData and beyond the edge."""
        import numpy as np

        grid = self.grid()
        heights = np.full((last_row - first_row, last_column - first_column), np.nan)
        top, bottom = max(first_row, 0), min(last_row, grid.rows)
        left, right = max(first_column, 0), min(last_column, grid.columns)
        if top >= bottom or left >= right:
            return heights
        area = QgsRectangle(
            grid.left + left * grid.width, grid.top - bottom * grid.height,
            grid.left + right * grid.width, grid.top - top * grid.height,
        )
        block = self._provider.block(1, area, right - left, bottom - top)
        if not block.isValid():
            raise InvalidInput(
                "DEM: the raster “{layer}” cannot be read. Choose one that draws in QGIS.", layer=self.name
            )
        values = np.ma.filled(block.as_numpy().astype(float), np.nan)
        heights[top - first_row:bottom - first_row, left - first_column:right - first_column] = values
        return heights

    def cell_metres(self, first_row, last_row, column):
        """Metres that the cells of these rows span east and north, measured at one column."""
        import numpy as np

        grid = self.grid()
        rows = np.arange(first_row, last_row)
        centre = np.column_stack((
            np.full(len(rows), grid.left + (column + 0.5) * grid.width), grid.top - (rows + 0.5) * grid.height,
        ))
        return cell_size_in_metres(self.crs, centre, (grid.width, grid.height))


def dem_name(algorithm, parameters, context):
    """The name of the raster of DEM, '' where none is given. Raises InvalidInput where it cannot be used."""
    if not given(parameters, "DEM"):
        return ""
    layer = algorithm.parameterAsRasterLayer(parameters, "DEM", context)
    if layer is None or not layer.isValid():
        raise InvalidInput("DEM: the raster cannot be opened. Choose a raster layer that loads in QGIS.")
    if not layer.crs().isValid():
        raise InvalidInput(
            "DEM: the raster “{layer}” has no CRS. Set it in the layer's properties and run again.",
            layer=layer.name(),
        )
    return layer.name()


def terrain_means(dem, geometry, crs, progress):
    """Mean elevation (m) and slope (degrees) of polygons in `crs`, NaN where the DEM has none, shape (n,) each."""
    import shapely

    from ..algorithms.parallel import step
    from ..algorithms.terrain import slope_degrees
    from ..algorithms.zonal import ZonalMeans, cover

    if crs != dem.crs:
        geometry = shapely.transform(geometry, transform_points(crs, dem.crs))
    cells = cover(geometry, dem.grid(), step(progress, 0.0, 0.3))
    means = ZonalMeans(cells, 2)
    top, bottom, left, right = cells.window()
    height = max(_STRIP_CELLS // max(right - left, 1), 1)
    stripped = step(progress, 0.3, 1.0)
    for row in range(top, bottom, height):
        end = min(row + height, bottom)
        used = means.columns(row, end)
        if used is not None:
            heights = dem.read(row - 1, end + 1, used[0] - 1, used[1] + 1)
            slope = slope_degrees(heights, *dem.cell_metres(row, end, (left + right) // 2))
            means.add(row, used[0], (heights[1:-1, 1:-1], slope))
        stripped((end - top) / (bottom - top))
    return means.means()


def slopes_at(dem, points, crs, progress):
    """Slope (degrees) of the cell in which each point lies, NaN where the DEM has none; points in `crs`, shape (n, 2).

    Returns shape (n,).
    """
    import numpy as np

    from ..algorithms.terrain import slope_degrees

    if crs != dem.crs:
        points = transform_points(crs, dem.crs)(points)
    grid, slope = dem.grid(), np.full(len(points), np.nan)
    column = np.floor((points[:, 0] - grid.left) / grid.width).astype(int)
    row = np.floor((grid.top - points[:, 1]) / grid.height).astype(int)
    inside = np.flatnonzero((column >= 0) & (column < grid.columns) & (row >= 0) & (row < grid.rows))
    if len(inside) == 0:
        return slope
    inside = inside[np.argsort(row[inside], kind="stable")]
    left, right = column[inside].min(), column[inside].max() + 1
    top, bottom = row[inside].min(), row[inside].max() + 1
    height = max(_STRIP_CELLS // int(right - left), 1)
    for start in range(top, bottom, height):
        end = min(start + height, bottom)
        here = inside[slice(*np.searchsorted(row[inside], (start, end)))]
        if len(here):
            heights = dem.read(start - 1, end + 1, left - 1, right + 1)
            steep = slope_degrees(heights, *dem.cell_metres(start, end, (left + right) // 2))
            slope[here] = steep[row[here] - start, column[here] - left]
        progress((end - top) / (bottom - top))
    return slope
