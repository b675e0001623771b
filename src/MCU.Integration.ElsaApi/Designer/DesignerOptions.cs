using Microsoft.AspNetCore.Components;

namespace MCU.Integration.ElsaApi.Designer;

/// <summary>What surrounds the designer.</summary>
public sealed class DesignerOptions
{
    /// <summary>
    /// A component that draws the console's bar and navigation without scripts of its own; it takes the parameters <c>Actor</c>, <c>DisplayName</c>,
    /// <c>Path</c> and <c>ChildContent</c>. Null: the designer stands alone.
    /// </summary>
    public Type? Frame { get; set; }

    /// <summary>Style sheets of the frame, as absolute paths.</summary>
    public IReadOnlyList<string> FrameStyles { get; set; } = [];

    /// <summary>Scripts that the frame needs in the head, before anything is painted.</summary>
    public IReadOnlyList<string> FrameScripts { get; set; } = [];
}
