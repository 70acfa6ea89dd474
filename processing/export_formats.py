"""The formats a delivery can be written in, and what each of them can hold."""

from dataclasses import dataclass

from osgeo import gdal

from ..algorithms.errors import InvalidInput, Translatable, translatable


@dataclass(frozen=True)
class Format:
    """One of them.

    name: in the manifest; label: in the dialog; driver, encoding: as GDAL knows
    them; ending: of its files; codec: Python's name of the encoding; per_layer:
    whether each layer is a file of its own; most_name, most_text: longest name
    of a field and longest text, 0 for any; in_bytes: whether those are counted
    in bytes of the encoding rather than in characters.
    """

    name: str
    label: Translatable
    driver: str
    ending: str
    encoding: str
    codec: str
    per_layer: bool
    most_name: int
    most_text: int
    in_bytes: bool

    def size(self, text):
        """How much room a text takes."""
        return len(text.encode(self.codec, "replace")) if self.in_bytes else len(text)

    def room(self, field):
        """How long a text a field of a profile can hold."""
        length = field.utf8_length if self.in_bytes and self.codec == "utf-8" else field.length
        return min(length, self.most_text) if self.most_text else length


FORMATS = (
    Format("GeoPackage", translatable("GeoPackage"), "GPKG", ".gpkg", "UTF-8", "utf-8", False, 0, 0, False),
    Format("Shapefile UTF-8", translatable("Shapefiles, UTF-8"), "ESRI Shapefile", ".shp", "UTF-8", "utf-8", True, 10,
           254, True),
    # CP936 by name: that is what Windows calls GBK, and some tables of “GBK” differ in a few signs.
    Format("Shapefile GBK", translatable("Shapefiles, GBK"), "ESRI Shapefile", ".shp", "CP936", "gbk", True, 10, 254,
           True),
    Format("FileGDB", translatable("File geodatabase"), "OpenFileGDB", ".gdb", "UTF-8", "utf-8", False, 64, 0, False),
)
_MOST_BYTES = 2**31 - 2**24
"""What a file of a shapefile can hold, less what its heads take."""


def refuse_unwritable(form):
    """Raise InvalidInput where this QGIS cannot write the format."""
    driver = gdal.GetDriverByName(form.driver)
    if driver is None or driver.GetMetadataItem(gdal.DCAP_CREATE) != "YES":
        raise InvalidInput(
            "FORMAT: this QGIS cannot write {format} (its GDAL is {version}, and 3.6 can). Choose GeoPackage, or "
            "update QGIS.",
            format=form.label, version=gdal.__version__,
        )


def refuse_names(profile, form, parameter):
    """Raise InvalidInput for a field whose name the format cuts or cannot spell. parameter: the profile's."""
    for layer in profile.layers:
        for field in layer.fields:
            name = field.name.encode(form.codec, "replace").decode(form.codec)
            if name != field.name or (form.most_name and form.size(name) > form.most_name):
                raise InvalidInput(
                    "{parameter}: the name of the field {field} in {layer} takes {needed} bytes and {format} holds "
                    "{room}, in its encoding. Shorten it in the profile, or choose GeoPackage.",
                    parameter=parameter, field=field.name, layer=layer.code, format=form.label,
                    needed=len(field.name.encode(form.codec, "replace")), room=form.most_name,
                )


def refuse_size(built, form):
    """Raise InvalidInput where a layer is larger than a shapefile can be."""
    if not form.per_layer:
        return
    import shapely

    for made in built:
        widths = sum(form.room(field) if field.kind == "text" else field.length for field in made.layer.fields)
        table = len(made) * (widths + 1)
        shapes = 0
        if made.geometry is not None:
            shapes = 16 * int(shapely.get_num_coordinates(made.geometry).sum()) + 100 * len(made)
        if max(table, shapes) > _MOST_BYTES:
            raise InvalidInput(
                "FORMAT: {layer} needs {size} GB, and a file of a shapefile holds 2. Choose GeoPackage or the file "
                "geodatabase.",
                layer=made.layer.code, size=f"{max(table, shapes) / 1e9:.1f}",
            )
