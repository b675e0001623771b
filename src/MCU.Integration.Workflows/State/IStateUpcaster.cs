using System.Text.Json.Nodes;

namespace MCU.Integration.Workflows.State;

/// <summary>Brings a stored state one version forward.</summary>
public interface IStateUpcaster
{
    /// <summary>The version that it reads; it writes the next one.</summary>
    int FromVersion { get; }

    /// <summary>Changes the document in place.</summary>
    void Upcast(JsonObject state);
}
