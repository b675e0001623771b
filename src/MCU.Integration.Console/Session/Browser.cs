using Microsoft.JSInterop;

namespace MCU.Integration.Console.Session;

/// <summary>What only the browser knows or can do.</summary>
public sealed class Browser(IJSRuntime script) : IAsyncDisposable
{
    private DotNetObjectReference<Browser>? _self;

    /// <summary>Whether the tab can be seen; pages in the background do not refresh.</summary>
    public bool IsVisible { get; private set; } = true;

    /// <summary>The tab came to the front again.</summary>
    public event Action? BecameVisible;

    /// <summary>The chosen theme: <c>light</c>, <c>dark</c> or <c>auto</c>.</summary>
    public ValueTask<string> ThemeAsync() => script.InvokeAsync<string>("hubConsole.theme");

    /// <summary>Whether the theme that is in force is dark.</summary>
    public ValueTask<bool> IsDarkAsync() => script.InvokeAsync<bool>("hubConsole.isDark");

    public ValueTask SetThemeAsync(string theme) => script.InvokeVoidAsync("hubConsole.setTheme", theme);

    /// <summary>Remembers the language and loads the page again in it.</summary>
    public ValueTask SetLanguageAsync(string language) => script.InvokeVoidAsync("hubConsole.setLanguage", language);

    public ValueTask<bool> CopyAsync(string text) => script.InvokeAsync<bool>("hubConsole.copy", text);

    /// <summary>The address of the hub as this browser reaches it.</summary>
    public ValueTask<string> OriginAsync() => script.InvokeAsync<string>("hubConsole.origin");

    public async ValueTask WatchAsync()
    {
        _self ??= DotNetObjectReference.Create(this);
        await script.InvokeVoidAsync("hubConsole.watchVisibility", _self);
    }

    [JSInvokable]
    public void VisibilityChanged(bool visible)
    {
        IsVisible = visible;
        if (visible)
        {
            BecameVisible?.Invoke();
        }
    }

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return ValueTask.CompletedTask;
    }
}
