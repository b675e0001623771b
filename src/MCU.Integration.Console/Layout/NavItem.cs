using MCU.Integration.Pipeline.Access;

namespace MCU.Integration.Console.Layout;

/// <summary>A place that the navigation leads to.</summary>
/// <param name="Icon">Path of the icon, as MudBlazor has it.</param>
/// <param name="Needs">Whoever lacks this right does not see the place; null for everybody.</param>
/// <param name="IsOwnDocument">Not a page of the console: the browser loads a new document.</param>
internal sealed record NavItem(string Href, string Icon, string Text, Right? Needs = null, bool IsOwnDocument = false)
{
    public bool IsFor(Actor actor) => Needs is not { } right || actor.May(right);
}
