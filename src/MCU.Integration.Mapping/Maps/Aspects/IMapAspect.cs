using MCU.Integration.Mapping.Lint;

namespace MCU.Integration.Mapping.Maps.Aspects;

/// <summary>Tells a problem: pointer into the map's text, code, message.</summary>
internal delegate void ReportProblem(string pointer, string code, string message, ContentSeverity severity = ContentSeverity.Error);

/// <summary>One aspect of a map that lint looks at. Stateless.</summary>
internal interface IMapAspect
{
    void Check(MapInspection map, ReportProblem report);
}
