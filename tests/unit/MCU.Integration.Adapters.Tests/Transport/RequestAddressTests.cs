using MCU.Integration.Adapters.Transport;

namespace MCU.Integration.Adapters.Tests.Transport;

public sealed class RequestAddressTests
{
    private static readonly Uri Root = new("https://sed.example/api/");

    [Theory]
    [InlineData("/cards", "https://sed.example/api/cards")]
    [InlineData("/cards/a%2Fb?ref=pos%3A1", "https://sed.example/api/cards/a%2Fb?ref=pos%3A1")]
    [InlineData("/cards/..%2Fx", "https://sed.example/api/cards/..%2Fx")]
    [InlineData("/../admin", null)]
    [InlineData("/cards/%2E%2E/admin", null)]
    [InlineData("/cards/./x", null)]
    public void Join_Path_StaysBelowTheBase(string path, string? expected) => (RequestAddress.Join(Root, path)?.AbsoluteUri).ShouldBe(expected);

    [Theory]
    [InlineData("/files/1", "https://sed.example/api/files/1")]
    [InlineData("files/1", "https://sed.example/api/files/1")]
    [InlineData("https://sed.example/api/files/1", "https://sed.example/api/files/1")]
    [InlineData("https://sed.example/other/1", null)]
    [InlineData("https://evil.example/api/files/1", null)]
    [InlineData("http://sed.example/api/files/1", null)]
    [InlineData("https://sed.example@evil.example/api/1", null)]
    [InlineData("file:///etc/passwd", null)]
    public void Below_AddressOfAnotherSystem_IsRefused(string url, string? expected)
    {
        if (expected is null)
        {
            RequestAddress.Below(Root, url).ShouldBeNull();
        }
        else
        {
            RequestAddress.Below(Root, url)!.AbsoluteUri.ShouldBe(expected);
        }
    }
}
