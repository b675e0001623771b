using System.Text.Json.Nodes;

namespace MCU.Integration.Mocks.Described;

/// <param name="When">Pointer into the record → text that must stand there; empty = always.</param>
/// <param name="Rounds">Steps of the first round, then of each later one.</param>
internal sealed record ScriptLife(IReadOnlyList<IReadOnlyList<ScriptStep>> Rounds, IReadOnlyDictionary<string, string>? When = null)
{
    public static ScriptLife Still { get; } = new([[]]);
}
