using MCU.Integration.Console.Components;
using MCU.Integration.Console.Language;
using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace MCU.Integration.Console.Session;

/// <summary>Does what a person asked for: confirmation before, feedback after, undo where there is one. Nothing fails in silence.</summary>
public sealed class Deeds(Visitor visitor, IDialogService dialogs, ISnackbar snackbar, NavigationManager navigation, FailureText failures)
{
    /// <summary>Asks whether it is really meant.</summary>
    public async Task<bool> ConfirmAsync(string title, string text, string yes)
    {
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Text, text },
            { dialog => dialog.Yes, yes },
        });
        return await dialog.Result is { Canceled: false };
    }

    /// <summary>Runs a use case and tells how it ended.</summary>
    /// <param name="done">What to say when it worked.</param>
    /// <param name="undo">Takes it back; null when that is not possible.</param>
    /// <returns>Whether it worked.</returns>
    public async Task<bool> DoAsync(Func<Actor, Task> deed, string done, Func<Task>? undo = null)
    {
        if (!await TryAsync(deed))
        {
            return false;
        }

        snackbar.Add(done, Severity.Success, options =>
        {
            if (undo is not null)
            {
                options.Action = Texts.Undo;
                options.OnClick = _ => undo();
            }
        });
        return true;
    }

    /// <summary>Runs a use case that shows its result itself; only a failure is told.</summary>
    public async Task<bool> TryAsync(Func<Actor, Task> deed)
    {
        try
        {
            await deed(await visitor.ActorAsync(CancellationToken.None));
            return true;
        }
        catch (SessionEndedException)
        {
            navigation.NavigateTo(SignInAddress(navigation), forceLoad: true);
            return false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            snackbar.Add(failures.Say(failure), Severity.Error, options => options.RequireInteraction = true);
            return false;
        }
    }

    /// <summary>Where a person signs in to come back to the present page.</summary>
    public static string SignInAddress(NavigationManager navigation) =>
        $"/sign-in?returnTo={Uri.EscapeDataString("/" + navigation.ToBaseRelativePath(navigation.Uri))}";
}
