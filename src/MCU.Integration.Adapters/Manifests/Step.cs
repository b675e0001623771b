using MCU.Integration.Adapters.Templates;
using MCU.Integration.Mapping.Json;
using MCU.Integration.Pipeline.Adapters;

namespace MCU.Integration.Adapters.Manifests;

/// <summary>One request of an operation.</summary>
public sealed record Step(string Name, string Method, Template Path, EffectOnce EffectOnce)
{
    public IReadOnlyDictionary<string, Template> Headers { get; init; } = new Dictionary<string, Template>();

    /// <summary>Array of the document; the step is done once per element.</summary>
    public JsonPointer? ForEach { get; init; }

    /// <summary>Null = no JSON body.</summary>
    public StepBody? Body { get; init; }

    public Upload? Upload { get; init; }

    /// <summary>Status codes that mean done; empty = 200–299.</summary>
    public IReadOnlyList<int> Success { get; init; } = [];

    /// <summary>Status codes that mean: never.</summary>
    public IReadOnlyList<int> Refused { get; init; } = [];

    /// <summary>Status codes that mean: certainly not done, try later.</summary>
    public IReadOnlyList<int> NotDone { get; init; } = [];

    public IReadOnlyDictionary<string, JsonPointer> Result { get; init; } = new Dictionary<string, JsonPointer>();

    public AlreadyDone? AlreadyDone { get; init; }

    public Probe? Probe { get; init; }
}
