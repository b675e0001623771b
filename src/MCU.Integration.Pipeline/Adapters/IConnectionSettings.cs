using System.Text.Json;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Pipeline.Adapters;

/// <summary>Addresses and credentials of adapters, as the use cases handle them: secrets go in and never come out.</summary>
public interface IConnectionSettings
{
    /// <summary>Setting → value; a secret that is set shows as <see cref="Hidden"/>, what is not set is left out.</summary>
    Task<IReadOnlyDictionary<string, string>> ShowAsync(string adapter, CancellationToken cancellation);

    /// <summary>The settings that a connection of this adapter may have.</summary>
    IReadOnlyList<ConnectionField> Fields(string adapter);

    /// <summary>Replaces the given settings (null takes one away) and keeps the others.</summary>
    /// <param name="audit">Written with them.</param>
    /// <returns>What is wrong with them; empty = they were saved.</returns>
    Task<IReadOnlyList<Problem>> ChangeAsync(string adapter, JsonElement changes, AuditEntry audit, CancellationToken cancellation);

    /// <summary>Stands for a secret that is set.</summary>
    const string Hidden = "••••••";
}
