using Microsoft.Playwright;

namespace MCU.Integration.BrowserTests;

/// <summary>The system's Chromium; the tests bring no browser of their own.</summary>
internal static class Chromium
{
    public const string Path = "/usr/bin/chromium";

    public const string MissingReason = "SKIPPED: there is no /usr/bin/chromium. Install it: apt-get update && apt-get install -y chromium";

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static bool IsMissing => !File.Exists(Path);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Flags, Headless = true });
}
