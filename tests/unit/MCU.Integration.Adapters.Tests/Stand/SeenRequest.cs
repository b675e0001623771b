namespace MCU.Integration.Adapters.Tests.Stand;

/// <summary>What arrived at the outside system.</summary>
/// <param name="Target">Path and query as they came over the wire.</param>
public sealed record SeenRequest(string Method, string Target, string Body, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public override string ToString() => $"{Method} {Target}";
}
