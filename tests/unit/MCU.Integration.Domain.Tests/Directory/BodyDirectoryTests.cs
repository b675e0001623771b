using MCU.Integration.Domain.Directory;

namespace MCU.Integration.Domain.Tests.Directory;

public sealed class BodyDirectoryTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    private readonly BodyDirectory _directory = new(
    [
        new() { Key = "city", Title = "Администрация", Kind = BodyKind.Body, Ids = [new("pos", "1"), new("sed", "s1")] },
        new()
        {
            Key = "roads",
            Title = "Дороги",
            Kind = BodyKind.Body,
            Parent = "city",
            Ids = [new("pos", "2")],
            Executors =
            [
                new() { Key = "repair", Title = "Ремонт", Substitute = "chief", AbsentFrom = new(2026, 6, 1), AbsentTo = new(2026, 7, 1), Ids = [new("pos", "e1")] },
                new() { Key = "chief", Title = "Председатель", Ids = [new("pos", "e2")] },
                new() { Key = "left", Title = "А", Substitute = "right", AbsentFrom = new(2026, 1, 1) },
                new() { Key = "right", Title = "Б", Substitute = "left", AbsentFrom = new(2026, 1, 1) },
            ],
        },
        new() { Key = "closed", Title = "Закрыт", Kind = BodyKind.Body, Active = false, Ids = [new("pos", "3")] },
    ]);

    [Fact]
    public void Resolve_OwnId_IsTaken() => _directory.Resolve(new("roads"), "pos", Today).Target!.ExternalId.ShouldBe("2");

    [Fact]
    public void Resolve_NoOwnId_TakesThatOfTheBodyAboveAndSaysSo()
    {
        var target = _directory.Resolve(new("roads"), "sed", Today).Target!;

        (target.ExternalId, target.InheritedFrom).ShouldBe(("s1", "city"));
    }

    [Theory]
    [InlineData("2026-05-31", "repair", false, "e1")]
    [InlineData("2026-07-01", "chief", true, "e2")]
    [InlineData("2026-07-02", "repair", false, "e1")]
    public void Resolve_AbsentExecutor_IsSubstituted(string today, string executor, bool substitute, string externalId)
    {
        var target = _directory.Resolve(new("roads", "repair"), "pos", DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Target!;

        (target.Executor!.Key, target.IsSubstitute, target.ExecutorExternalId).ShouldBe((executor, substitute, externalId));
    }

    [Fact]
    public void Resolve_EverybodyAway_KeepsThePostThatWasAskedFor() =>
        _directory.Resolve(new("roads", "left"), "pos", Today).Target!.Executor!.Key.ShouldBe("left");

    [Theory]
    [InlineData("lakes", null, "pos", RoutingRefusal.UnknownBody)]
    [InlineData("closed", null, "pos", RoutingRefusal.InactiveBody)]
    [InlineData("roads", "nobody", "pos", RoutingRefusal.UnknownExecutor)]
    [InlineData("roads", null, "edds", RoutingRefusal.NoExternalId)]
    public void Resolve_RouteLeadsNowhere_SaysWhy(string body, string? executor, string adapter, RoutingRefusal refusal) =>
        _directory.Resolve(new(body, executor), adapter, Today).ShouldBe(new(null, refusal));

    [Fact]
    public void FindByExternalId_KnownId_IsTheBody()
    {
        _directory.FindByExternalId("pos", "2")!.Key.ShouldBe("roads");
        _directory.FindByExternalId("sed", "2").ShouldBeNull();
    }
}
