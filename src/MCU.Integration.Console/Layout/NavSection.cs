using MCU.Integration.Console.Language;
using MCU.Integration.Pipeline.Access;
using MudBlazor;

namespace MCU.Integration.Console.Layout;

/// <summary>A group of places; the console and the frame around the designer show the same ones.</summary>
/// <param name="Title">Null for the first group.</param>
internal sealed record NavSection(string? Title, IReadOnlyList<NavItem> Items)
{
    public const string Alerts = "/alerts";

    /// <summary>What an actor may go to, in the language of the request; groups without a place are left out.</summary>
    public static IEnumerable<NavSection> For(Actor actor) => All()
        .Select(section => section with { Items = [.. section.Items.Where(item => item.IsFor(actor))] })
        .Where(section => section.Items.Count > 0);

    private static NavSection[] All() =>
    [
        new(null,
        [
            new("/", Icons.Material.Outlined.SpaceDashboard, Texts.NavOverview),
            new("/cases", Icons.Material.Outlined.FolderOpen, Texts.NavCases, Right.SeeCases),
            new("/unplaced", Icons.Material.Outlined.WrongLocation, Texts.NavUnplaced, Right.EditCases),
            new("/messages", Icons.Material.Outlined.SwapVert, Texts.NavMessages),
            new("/deliveries", Icons.Material.Outlined.LocalShipping, Texts.NavDeliveries),
            new("/dead", Icons.Material.Outlined.ReportGmailerrorred, Texts.NavDead),
            new(Alerts, Icons.Material.Outlined.Notifications, Texts.NavAlerts),
        ]),
        new(Texts.NavEngineering,
        [
            new("/content", Icons.Material.Outlined.Inventory2, Texts.NavContent, Right.SeeContent),
            new("/designer/workflows/definitions", Icons.Material.Outlined.AccountTree, Texts.NavWorkflows, Right.SeeContent, IsOwnDocument: true),
            new("/designer/workflows/instances", Icons.Material.Outlined.PlayCircle, Texts.NavInstances, Right.SeeContent, IsOwnDocument: true),
            new("/api", Icons.Material.Outlined.Api, Texts.NavApi, IsOwnDocument: true),
        ]),
        new(Texts.NavAdministration,
        [
            new("/audit", Icons.Material.Outlined.FactCheck, Texts.NavAudit, Right.SeeAudit),
            new("/users", Icons.Material.Outlined.People, Texts.NavUsers, Right.ManageUsers),
            new("/keys", Icons.Material.Outlined.VpnKey, Texts.NavKeys, Right.ManageUsers),
        ]),
    ];
}
