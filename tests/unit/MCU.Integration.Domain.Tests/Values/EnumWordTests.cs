using System.Text.Json;
using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Tests.Values;

public sealed class EnumWordTests
{
    [Fact]
    public void All_StatusWords_AreTheWireVocabulary() => EnumWord.All<StatusWord>().ShouldBe(
    [
        "received", "moderation", "routed", "in_progress", "answer_draft", "approval", "answered", "closed", "clarification", "clarified",
        "extended", "deferred", "resumed", "redirected", "duplicate", "rejected", "reopened", "rated",
    ]);

    [Fact]
    public void Of_OutsideSpelling_IsKept()
    {
        EnumWord.Of(LegalRegime.Appeal59Fz).ShouldBe("appeal_59fz");
        EnumWord.Of(SstuStatus.LeftWithoutAnswer).ShouldBe("LeftWithoutAnswer");
        EnumWord.Of(ApplicantKind.Organisation).ShouldBe("org");
        EnumWord.Of(DeadlineUnit.WorkingDay).ShouldBe("working_day");
        EnumWord.Of(LinkVerdict.DropStale).ShouldBe("drop_stale");
    }

    [Theory]
    [InlineData("In_Progress")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_OtherSpelling_Refuses(string? word) => EnumWord.TryParse<MainStatus>(word, out _).ShouldBeFalse();

    [Fact]
    public void Json_Number_Throws() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<MainStatus>("3", DomainJson.Options));
}
