using System.Globalization;
using MCU.Integration.Console.Clock;
using MCU.Integration.Console.Components;
using MCU.Integration.Console.Language;
using MCU.Integration.Pipeline.Alerts;

namespace MCU.Integration.Console.Pages.Alerts;

/// <summary>Says what an alert is about, what to do, and where.</summary>
public sealed class AlertText(Names names, HubClock clock)
{
    public string Title(AlertRow alert) => alert.Kind switch
    {
        AlertKind.UnknownCode when alert.Subject.Split(':', 2) is [var list, var code] => Plain.Say(Texts.AlertUnknownCode, code == "?" ? Texts.AlertCodeHidden : code, list),
        AlertKind.DeadlineProblem when alert.Subject.Split(':', 2) is [var code, var detail] => Plain.Say(Words.Code("DeadlineProblem", code), detail),
        AlertKind.NoCalendar => Plain.Say(Texts.AlertNoCalendar, alert.Subject),
        AlertKind.DeliveryStuck => Plain.Say(Texts.AlertDeliveryStuck, names.Adapter(alert.Subject)),
        AlertKind.NoAnswer => Plain.Say(Texts.AlertNoAnswer, names.Adapter(alert.Subject)),
        AlertKind.Dead => Plain.Say(Texts.AlertDead, names.Adapter(alert.Subject)),
        AlertKind.DeadWork => Texts.AlertDeadWork,
        AlertKind.Overdue => Plain.Say(Texts.AlertOverdue, alert.Detail ?? "?"),
        _ => alert.Subject,
    };

    public string? Detail(AlertRow alert) => alert.Kind switch
    {
        AlertKind.DeliveryStuck when DateTimeOffset.TryParse(alert.Detail, CultureInfo.InvariantCulture, out var since) => Plain.Say(Texts.AlertSince, clock.Short(since)),
        AlertKind.NoAnswer when alert.Detail is { } failure => Words.Reason(failure),
        AlertKind.Dead => string.Join(", ", (alert.Detail ?? "").Split(' ').Select(part => part.Split('=')).Where(part => part is [_, not "0"]).Select(part => $"{Words.Code("AlertFigure", part[0])}: {part[1]}")),
        AlertKind.DeadWork => Words.Reason(alert.Detail ?? "unknown"),
        AlertKind.NoCalendar => Texts.AlertNoCalendarHint,
        AlertKind.Overdue => null,
        _ => alert.Detail,
    };

    /// <summary>The page that shows the cause; null when there is none.</summary>
    public static string? Address(AlertRow alert) => alert.Kind switch
    {
        AlertKind.UnknownCode => $"/content/code-list/{Uri.EscapeDataString(alert.Subject.Split(':', 2)[0])}",
        AlertKind.DeadlineProblem when alert.Detail is { } number => $"/cases/{Uri.EscapeDataString(number)}",
        AlertKind.DeliveryStuck or AlertKind.NoAnswer => $"/systems/{alert.Subject}",
        AlertKind.Dead => $"/dead?adapter={alert.Subject}",
        AlertKind.DeadWork => "/dead",
        AlertKind.Overdue => "/cases?overdue=true",
        AlertKind.NoCalendar => "/content",
        _ => null,
    };

    public static Tone ToneOf(AlertRow alert) => alert.ResolvedAt is not null ? Tone.Neutral
        : alert.Kind is AlertKind.Dead or AlertKind.DeadWork or AlertKind.NoAnswer ? Tone.Bad : Tone.Warning;
}
