using MCU.Integration.Console.Session;
using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.Components;

namespace MCU.Integration.Console.Pages;

/// <summary>
/// A page that shows something of the hub. It loads when its parameters change, and again every <see cref="RefreshEvery"/> while its tab can be
/// seen; a failed refresh keeps what is shown and says so.
/// </summary>
public abstract class HubPage : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly SemaphoreSlim _loading = new(1);
    private bool _isWatching;

    [Inject] public required Visitor Visitor { get; set; }

    [Inject] public required Browser Browser { get; set; }

    [Inject] public required Deeds Deeds { get; set; }

    [Inject] public required FailureText Failures { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required TimeProvider Time { get; set; }

    /// <summary>Why the last load failed; null when it did not.</summary>
    protected string? Failure { get; private set; }

    /// <summary>Whether there is something to show.</summary>
    protected bool IsLoaded { get; private set; }

    /// <summary>Null = the page does not refresh by itself.</summary>
    protected virtual TimeSpan? RefreshEvery => null;

    /// <summary>Whether the page may refresh by itself just now.</summary>
    protected virtual bool MayRefresh => true;

    protected CancellationToken Leaving => _leaving.Token;

    protected abstract Task LoadAsync(Actor actor, CancellationToken cancellation);

    protected override async Task OnParametersSetAsync()
    {
        await ReloadAsync();
        if (!_isWatching && RefreshEvery is { } period)
        {
            _isWatching = true;
            Browser.BecameVisible += Wake;
            _ = RefreshAsync(period);
        }
    }

    /// <summary>Loads now.</summary>
    protected async Task ReloadAsync()
    {
        try
        {
            await _loading.WaitAsync(Leaving);
            try
            {
                await LoadAsync(await Visitor.ActorAsync(Leaving), Leaving);
                IsLoaded = true;
                Failure = null;
            }
            finally
            {
                _loading.Release();
            }
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
        }
        catch (SessionEndedException)
        {
            Navigation.NavigateTo(Deeds.SignInAddress(Navigation), forceLoad: true);
        }
        catch (Exception failure)
        {
            Failure = Failures.Say(failure);
        }
    }

    /// <summary>Does what a person asked for, then loads again.</summary>
    protected async Task DoAsync(Func<Actor, Task> deed, string done, Func<Task>? undo = null)
    {
        await Deeds.DoAsync(deed, done, undo is null ? null : () => InvokeAsync(async () =>
        {
            await undo();
            await ReloadAsync();
            StateHasChanged();
        }));
        await ReloadAsync();
        StateHasChanged();
    }

    public virtual async ValueTask DisposeAsync()
    {
        Browser.BecameVisible -= Wake;
        await _leaving.CancelAsync();
        GC.SuppressFinalize(this);
    }

    private async Task RefreshAsync(TimeSpan period)
    {
        using var timer = new PeriodicTimer(period, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(Leaving))
            {
                if (Browser.IsVisible && MayRefresh)
                {
                    await InvokeAsync(ShowNowAsync);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private void Wake()
    {
        if (MayRefresh)
        {
            _ = InvokeAsync(ShowNowAsync);
        }
    }

    private async Task ShowNowAsync()
    {
        await ReloadAsync();
        if (!Leaving.IsCancellationRequested)
        {
            StateHasChanged();
        }
    }
}
