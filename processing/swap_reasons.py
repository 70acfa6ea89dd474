"""Why each parcel of a swap changes, in sentences."""

from ..algorithms.codes import code_table
from ..algorithms.units import MU
from .i18n import is_chinese, tr
from .swap_words import LAYER_LABELS
from .wording import beside


def reasons(swap, code, settings, known):
    """One text per chosen parcel, in the order of the candidates. code: of the chosen, shape (c,)."""
    chosen, c = swap.choice.chosen, swap.candidates
    joint, table = "" if is_chinese() else " ", code_table(settings.codes.system)
    columns = (
        code.tolist(), c.leaves[chosen].tolist(), c.area[chosen].tolist(), c.slope[chosen].tolist(),
        c.contact[chosen].tolist(), swap.ridges[chosen].tolist(), swap.special[chosen].tolist(),
        swap.beside[chosen].tolist(), swap.gain[chosen].tolist(),
    )
    out, into = int((chosen & c.leaves).sum()), int((chosen & ~c.leaves).sum())
    together = tr("Chosen together: {out} parcels leave, {into} come in; the gates hold for all of them "
                  "together.").format(out=out, into=into)
    return [
        joint.join([
            *(_leaving if leaves else _coming)(table.name(name, is_chinese()), *rest, settings, known), together,
        ])
        for name, leaves, *rest in zip(*columns)
    ]


def _leaving(name, area, slope, contact, _ridges, by_grade, _beside, gain, settings, known):
    if by_grade:
        yield tr("{name} of the steepest slope grade, {mu} mu net.").format(name=name, mu=f"{area / MU:,.2f}")
    else:
        yield tr("{name} at {slope}°, {limit}° or steeper, {mu} mu net.").format(
            name=name, slope=beside(slope, 1, settings.farm_slope), limit=f"{settings.farm_slope:g}",
            mu=f"{area / MU:,.2f}")
    yield tr("{share} % of its edge lies beside large blocks.").format(share=f"{100 * contact:.0f}")
    yield tr("Gain {gain} m².").format(gain=f"{gain:,.0f}")
    if known["BASIC_FARMLAND"]:
        yield tr("Not permanent basic farmland.")
    else:
        yield _not_known(["BASIC_FARMLAND"])


def _coming(name, area, slope, contact, ridges, canopy_unknown, near, gain, settings, known):
    yield tr("{name} at {slope}°, {limit}° or gentler.").format(
        name=name, slope=beside(slope, 1, settings.forest_slope), limit=f"{settings.forest_slope:g}")
    yield tr("Gives {mu} mu of cropland net of {share} % for field ridges.").format(
        mu=f"{area / MU:,.2f}", share=f"{100 * ridges:.1f}")
    if near:
        yield tr("It joins a block of {mu} mu or more: {share} % of its edge lies beside.").format(
            mu=f"{settings.block_mu:g}", share=f"{100 * contact:.0f}")
    else:
        yield tr("No block of {mu} mu or more is within {gap} m.").format(
            mu=f"{settings.block_mu:g}", gap=f"{settings.max_gap:g}")
    yield tr("Gain {gain} m².").format(gain=f"{gain:,.0f}")
    unknown = [layer for layer in ("REDLINE", "PUBLIC_FOREST") if not known[layer]]
    if unknown or canopy_unknown:
        yield _not_known(unknown, canopy_unknown)


def _not_known(layers, canopy=False):
    names = [tr(LAYER_LABELS[name]) for name in layers] + ([tr("canopy")] if canopy else [])
    return tr("Not known: {names}.").format(names=tr(", ").join(names))
