using System.Text.Json;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Bursts;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Content;
using Microsoft.Extensions.Options;

namespace MCU.Integration.Content.Tests;

/// <summary>What bursts raise with the content as it is shipped.</summary>
public sealed class AlertTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly UuidV7Source Ids = new(TimeProvider.System);

    [Fact]
    public void Map_CodeThatNobodyKnows_IsAnAlertWithListAndCode()
    {
        var scope = Scope();
        var status = JsonElement.Parse("""
            {"event_id":"e","card_id":"c","to":"vanished","at":"2026-11-20T10:00:00+03:00","revision":1}
            """);

        scope.Map("sed.card.status-to-hub.status", status, "sed").Succeeded.ShouldBeFalse();

        var alert = scope.Changes.Alerts.ShouldHaveSingleItem();
        (alert.Kind, alert.Subject, alert.Adapter).ShouldBe((AlertKind.UnknownCode, "sed.status:vanished", "sed"));
    }

    [Theory]
    [InlineData("+7 900 000-01-07")]
    [InlineData("89000000107")]
    [InlineData("Иванов")]
    public void Map_PersonalTextInAFieldOfCodes_IsNotQuoted(string text)
    {
        var scope = Scope();
        var status = JsonSerializer.SerializeToElement(new { event_id = "e", card_id = "c", to = text, at = "2026-11-20T10:00:00+03:00", revision = 1 });

        scope.Map("sed.card.status-to-hub.status", status, "sed");

        scope.Changes.Alerts.ShouldHaveSingleItem().Subject.ShouldBe("sed.status:?");
    }

    [Fact]
    public void Terms_OfAYearWithoutACalendar_AreAnAlert()
    {
        var scope = Scope();
        var unit = scope.NewCase();
        var stamp = new CaseStamp(Now, Now, new(CaseActorKind.Adapter, "pos"), CaseCause.None);
        unit.Apply(
            CaseCommands.Open(null, new CaseOpened
            {
                Number = "2031-000001",
                SubmissionId = Ids.Next<SubmissionId>(),
                Kind = CaseKind.Report,
                Regime = LegalRegime.Message,
                Source = "pos",
                ReceivedAt = new(2031, 3, 3, 9, 0, 0, TimeSpan.Zero),
                Classifier = new() { Category = "1", Subcategory = "1.2" },
            }),
            stamp,
            Ids);
        unit.Apply(CaseCommands.SetPace(unit.Known, Domain.Deadlines.DeadlinePace.Accelerated), stamp, Ids);

        CaseTerms.Refresh(scope, unit, stamp);

        scope.Changes.Alerts.ShouldContain(new AlertRaise(AlertKind.NoCalendar, "2031"));
    }

    private static BurstScope Scope()
    {
        var documents = new DocumentBook(ShippedContent.Mapping.Schemas, ShippedContent.Mapping.Maps, Zone);
        var set = new ActiveSet(1, 1, new([]), documents, new RuleBook(ShippedContent.Rules.Value!, Zone), new([]));
        var services = new BurstServices(null!, null!, null!, null!, null!, null!, null!, null!, Ids, Options.Create(new BurstOptions()));
        return new(services, set, null, null, Now);
    }
}
