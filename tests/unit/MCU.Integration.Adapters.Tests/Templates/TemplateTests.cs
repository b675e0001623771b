using System.Text.Json;
using MCU.Integration.Adapters.Templates;

namespace MCU.Integration.Adapters.Tests.Templates;

public sealed class TemplateTests
{
    private static readonly TemplateScope Scope = new(
        JsonElement.Parse("""{ "id": 84512003, "name": "ул. Мира, 45/2 & др.", "deep": { "list": [true, null] } }"""),
        JsonElement.Parse("""{ "id": "f-1" }"""),
        new Dictionary<string, IReadOnlyList<JsonElement>>
        {
            ["card"] = [JsonElement.Parse("""{ "id": "c-1" }""")],
            ["file"] = [JsonElement.Parse("""{ "id": 1 }"""), JsonElement.Parse("""{ "skipped": "gone" }"""), JsonElement.Parse("""{ "id": 2 }""")],
        },
        "d-1:card");

    [Theory]
    [InlineData("/cards/{/id}", "/cards/84512003")]
    [InlineData("/cards/{step.card.id}/files/{item/id}", "/cards/c-1/files/f-1")]
    [InlineData("/find?name={/name}", "/find?name=%D1%83%D0%BB.%20%D0%9C%D0%B8%D1%80%D0%B0%2C%2045%2F2%20%26%20%D0%B4%D1%80.")]
    [InlineData("{/deep/list/0} {key} {{brace}}", "true d-1%3Acard {brace}")]
    public void RenderUri_Values_AreEncoded(string template, string expected) => Template.Parse(template).RenderUri(Scope).ShouldBe(expected);

    [Theory]
    [InlineData("{/id}", "84512003")]
    [InlineData("{/deep}", """{"list":[true,null]}""")]
    [InlineData("{step.file[].id}", "[1,2]")]
    [InlineData("№ {/id}", "\"№ 84512003\"")]
    [InlineData("{key}", "\"d-1:card\"")]
    public void RenderJson_OneInsertion_KeepsItsType(string template, string expected)
    {
        var relaxed = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        Template.Parse(template).RenderJson(Scope)!.ToJsonString(relaxed).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{/nothing}")]
    [InlineData("{/deep}")]
    [InlineData("{/deep/list/1}")]
    [InlineData("{step.card.number}")]
    public void Render_MissingValue_NamesThePlace(string template) =>
        Should.Throw<MissingValueException>(() => Template.Parse(template).Render(Scope)).Insertion.ShouldBe(template.Trim('{', '}'));

    [Theory]
    [InlineData("{")]
    [InlineData("a}b")]
    [InlineData("{id}")]
    [InlineData("{step.card}")]
    public void Parse_NoTemplate_Throws(string text) => Should.Throw<FormatException>(() => Template.Parse(text));
}
