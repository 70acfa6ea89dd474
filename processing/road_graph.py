"""Shortest ways along roads, by QGIS's own network analysis."""

from qgis.analysis import QgsGraph, QgsGraphAnalyzer
from qgis.core import QgsPointXY

_CHECKED = 50_000  # edges between two looks at whether the person cancelled


def shortest_with(progress):
    """A `shortest` function for algorithms.road_distance that reports to `progress` while it builds the graph."""

    def shortest(count, start, end, length, source):
        graph = QgsGraph()
        nowhere = QgsPointXY(0, 0)  # costs are given, so places do not matter
        for _ in range(count):
            graph.addVertex(nowhere)
        edges = zip(start.tolist(), end.tolist(), length.tolist())
        for number, (one, other, metres) in enumerate(edges):
            graph.addEdge(one, other, [metres])
            graph.addEdge(other, one, [metres])
            if number % _CHECKED == 0:
                progress(number / len(start))
        return QgsGraphAnalyzer.dijkstra(graph, source, 0)[1]

    return shortest
