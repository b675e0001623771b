using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MCU.Integration.BrowserTests;

/// <summary>Elsa Studio as a person handles it: the toolbox, the canvas, the pane of inputs. Studio gives its parts no names to find them by.</summary>
internal sealed class StudioPage(IPage page)
{
    /// <summary>Studio starts .NET in the browser; on a busy machine that takes its time.</summary>
    public const float StartTimeout = 120_000;

    public ILocator Canvas => page.Locator(".graph-container");

    public ILocator Nodes => page.Locator("elsa-activity-wrapper");

    public ILocator Connections => page.Locator(".x6-edge");

    /// <summary>Waits until the canvas shows as many activities.</summary>
    public Task HasNodesAsync(int count) => Assertions.Expect(Nodes).ToHaveCountAsync(count, new() { Timeout = StartTimeout });

    public Task IsStartedAsync() => page.Locator("#studio-splash").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = StartTimeout });

    /// <summary>Drags an activity from the toolbox onto the canvas.</summary>
    public async Task DropAsync(string category, string activity, int x, int y)
    {
        var count = await Nodes.CountAsync();
        var panel = page.Locator(".mud-expand-panel", new() { Has = page.Locator(".mud-expand-panel-header", new() { HasTextRegex = Exactly(category) }) });
        await panel.WaitForAsync(new() { Timeout = StartTimeout });
        if (!(await panel.GetAttributeAsync("class"))!.Contains("mud-panel-expanded", StringComparison.Ordinal))
        {
            await panel.Locator(".mud-expand-panel-header").ClickAsync();
        }

        await IsAtRestAsync(panel);
        await panel.Locator("[draggable=true]", new() { HasTextRegex = Exactly(activity) }).DragToAsync(Canvas, new() { TargetPosition = new() { X = x, Y = y } });
        await HasNodesAsync(count + 1);
        await Assertions.Expect(Nodes.Last).ToContainTextAsync(activity);
    }

    /// <summary>Draws a connection between two activities, by their order on the canvas.</summary>
    public async Task ConnectAsync(int source, string outcome, int target)
    {
        var count = await Connections.CountAsync();
        var (from, to) = (await PortAsync(source, outcome), await PortAsync(target, "In"));
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((from.X + to.X) / 2, from.Y + 5, new() { Steps = 6 });
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(Connections).ToHaveCountAsync(count + 1);
    }

    public Task SelectAsync(int node) => SelectAsync(page.Locator(".x6-node").Nth(node));

    /// <summary>Selects the activity of that id.</summary>
    public Task SelectAsync(string activity) => SelectAsync(page.Locator($"#activity-{activity}"));

    /// <summary>Turns the editor, which is open, to another definition: Studio's element follows its attribute, so that it need not start anew for each.</summary>
    public Task TurnToAsync(string definition) =>
        page.EvaluateAsync("id => document.querySelector('elsa-workflow-definition-editor').setAttribute('definition-id', id)", definition);

    /// <summary>Writes an expression into the input of the selected activity that stands first.</summary>
    public async Task WriteAsync(string syntax, string expression)
    {
        await page.Locator(".flex-none.pt-1 .mud-menu button").First.ClickAsync();
        await ChooseInMenuAsync(syntax);
        await page.Locator(".studio-expression-input-monaco-editor .view-lines").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(expression);
    }

    /// <summary>Chooses from the menu that is open.</summary>
    public Task ChooseInMenuAsync(string item) => page.Locator(".mud-popover-open .mud-menu-item").Filter(new() { HasTextRegex = Exactly(item) }).ClickAsync();

    public Task OpenTabAsync(string name) => page.Locator(".mud-tab", new() { HasTextRegex = new($@"^\s*{Regex.Escape(name)}\s*\d*\s*$") }).ClickAsync();

    public Task RunAsync() => page.Locator("button.mud-success-text").First.ClickAsync();

    /// <summary>The field of an input of the selected activity.</summary>
    public ILocator Field(string label) =>
        page.Locator(".mud-input-control", new() { Has = page.Locator("label", new() { HasTextRegex = Exactly(label) }) }).Locator("input:visible, textarea:visible").First;

    /// <summary>Chooses from the list that an input offers.</summary>
    public async Task ChooseAsync(string label, string item)
    {
        await page.Locator(".mud-input-control", new() { Has = page.Locator("label", new() { HasTextRegex = Exactly(label) }) }).First.ClickAsync();
        await page.Locator(".mud-popover-open .mud-list-item-extended", new() { HasText = item }).First.ClickAsync();
    }

    public Task PublishAsync() => page.Locator("button.mud-icon-button.mud-primary-text").First.ClickAsync();

    /// <summary>A panel of the toolbox opens slowly while the one before it closes: what is dragged meanwhile is whatever has just moved under the pointer.</summary>
    private async Task IsAtRestAsync(ILocator panel)
    {
        await panel.Locator(".mud-collapse-entered").WaitForAsync();
        await page.WaitForFunctionAsync("panel => panel.parentElement.getAnimations({ subtree: true }).length === 0", await panel.ElementHandleAsync());
    }

    private async Task SelectAsync(ILocator node)
    {
        var box = (await node.Locator(".elsa-activity").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private async Task<(float X, float Y)> PortAsync(int node, string name)
    {
        var box = (await page.Locator(".x6-node").Nth(node).Locator($"[port='{name}']").First.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private static Regex Exactly(string text) => new($@"^\s*{Regex.Escape(text)}\s*$");
}
