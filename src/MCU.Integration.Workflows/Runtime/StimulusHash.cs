using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MCU.Integration.Workflows.Definitions;

namespace MCU.Integration.Workflows.Runtime;

/// <summary>The hash by which stimuli find bookmarks and triggers.</summary>
public static class StimulusHash
{
    /// <summary>SHA-256 over the name and the canonical JSON of the payload; 64 hex digits. Case matters.</summary>
    public static string Compute(string stimulusName, JsonNode? payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(stimulusName));
        hash.AppendData([0]);
        hash.AppendData(CanonicalJson.Write(payload));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
