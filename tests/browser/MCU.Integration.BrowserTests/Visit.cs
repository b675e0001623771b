using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MCU.Integration.BrowserTests;

/// <summary>A page that a test looks at.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>In milliseconds. Ends only tests that would fail: a machine that is busy is slow, not wrong.</summary>
    public const float Timeout = 30_000;

    private readonly IAsyncDisposable? _owned;
    private readonly Uri _hub;
    private readonly ConcurrentQueue<string> _complaints = new();
    private volatile string? _foreseen;

    private Visit(Uri hub, IPage page, IAsyncDisposable? owned)
    {
        (_hub, Page, _owned) = (hub, page, owned);
        page.Console += (_, message) => Complain(message.Type == "error", $"console: {message.Text}");
        page.PageError += (_, error) => Complain(true, $"script: {error}");
        page.Request += (_, request) => Complain(IsForeign(request.Url), $"another host: {request.Url}");
        page.WebSocket += (_, socket) => Complain(new Uri(socket.Url).Authority != hub.Authority, $"another host: {socket.Url}");
    }

    public IPage Page { get; }

    /// <param name="owned">What ends with the visit, besides its page.</param>
    public static async Task<Visit> OpenAsync(IBrowserContext context, Uri hub, string path, int width, int height, IAsyncDisposable? owned = null)
    {
        var visit = new Visit(hub, await context.NewPageAsync(), owned);
        await visit.Page.SetViewportSizeAsync(width, height);
        visit.Page.SetDefaultTimeout(Timeout);
        await visit.GoAsync(path);
        return visit;
    }

    /// <summary>Opens an address and waits until the page shows something.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.Locator("h1").WaitForAsync();
        await Assertions.Expect(Page.Locator(".skeleton")).ToHaveCountAsync(0);
    }

    public ILocator ByTestId(string id) => Page.GetByTestId(id);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name });

    /// <summary>From now on complaints that contain this are part of what is tested.</summary>
    public void Foresee(string complaint) => _foreseen = complaint;

    /// <summary>How far the page can be scrolled sideways, in pixels.</summary>
    public Task<int> SidewaysAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Fails when the browser had something to complain about.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        if (_owned is not null)
        {
            await _owned.DisposeAsync();
        }

        _complaints.ShouldBeEmpty();
    }

    private bool IsForeign(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && new Uri(url).Authority != _hub.Authority;

    private void Complain(bool isBad, string complaint)
    {
        if (isBad && (_foreseen is not { } foreseen || !complaint.Contains(foreseen, StringComparison.Ordinal)))
        {
            _complaints.Enqueue(complaint);
        }
    }
}
