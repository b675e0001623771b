using MCU.Integration.Adapters.Manifests;
using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Content.Tests;

public sealed class ManifestTests
{
    public static TheoryData<string> Adapters => [.. ShippedContent.Files.Where(file => file.Kind == ContentKind.Adapter).Select(file => file.Key)];

    [Theory]
    [MemberData(nameof(Adapters))]
    public void Manifest_OfAnAdapter_IsReadWithoutProblemsAndFitsItsSchemasAndMaps(string adapter)
    {
        var context = new ManifestContext(
            ShippedContent.Mapping.Schemas.Keys.ToHashSet(StringComparer.Ordinal),
            ShippedContent.Mapping.Maps.Keys.ToHashSet(StringComparer.Ordinal),
            adapter);

        ManifestParser.Parse((ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(Root.Path, "adapters", adapter, "manifest.json")), context).Problems.ShouldBeEmpty();
    }
}
