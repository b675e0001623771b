namespace MCU.Integration.Mapping.Maps.Aspects;

/// <summary>A place that a rule writes.</summary>
/// <param name="Steps">Into the target document; <c>*</c> for any item.</param>
/// <param name="Whole">True when the value comes as it is, false when nested rules build it.</param>
/// <param name="At">Pointer of the rule in the inspected map's text.</param>
internal sealed record MapTarget(IReadOnlyList<string> Steps, bool Whole, string At, MapRule Rule);
