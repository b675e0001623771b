using System.Text.Json;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Tests.Ids;

public sealed class EntityIdTests
{
    private const string Text = "019abcde-0000-7000-8000-0000000000ff";

    [Fact]
    public void TryParse_UpperCase_GivesTheIdWhoseTextIsLowerCase()
    {
        EntityId.TryParse<CaseId>(Text.ToUpperInvariant(), out var id).ShouldBeTrue();

        id.ToString().ShouldBe(Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("019abcde0000700080000000000000ff")]
    [InlineData("{019abcde-0000-7000-8000-0000000000ff}")]
    public void TryParse_OtherLayout_Refuses(string? text) => EntityId.TryParse<CaseId>(text, out _).ShouldBeFalse();

    [Fact]
    public void Json_ValueAndKey_RoundTrip()
    {
        var id = LinkId.From(Guid.Parse(Text));
        var written = JsonSerializer.Serialize(new Dictionary<LinkId, LinkId> { [id] = id }, DomainJson.Options);

        written.ShouldBe($$"""{"{{Text}}":"{{Text}}"}""");
        JsonSerializer.Deserialize<Dictionary<LinkId, LinkId>>(written, DomainJson.Options)![id].ShouldBe(id);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"seven\"")]
    [InlineData("null")]
    public void Json_NoUuid_Throws(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<CaseId>(json, DomainJson.Options));
}
