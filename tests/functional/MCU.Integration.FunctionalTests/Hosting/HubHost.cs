using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MCU.Integration.Hub;
using MCU.Integration.Pipeline.Access;
using Microsoft.AspNetCore.Builder;

namespace MCU.Integration.FunctionalTests.Hosting;

/// <summary>A whole hub on a free port, with the content of the repository and without mocks. One for all tests of a database.</summary>
/// <param name="adminKey">The first admin's; null = a new one.</param>
public abstract class HubHost(string? adminKey = null) : IAsyncLifetime
{
    public const string AdminPassword = "correct horse battery";
    public const string SedSecret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    public const int MaxDocument = 64 * 1024;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("hub-functional-");
    private WebApplication? _app;

    /// <summary>Why there is no such hub here; null when there is one.</summary>
    public virtual string? Missing => null;

    public WebApplication App => _app ?? throw new InvalidOperationException("The hub was not started.");

    public Uri Url { get; private set; } = null!;

    public string AdminKey { get; } = adminKey ?? Secrets.NewApiKey();

    protected string DataDirectory => _data.FullName;

    public virtual async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        _app = HubApplication.Build(
        [
            "--environment=Production",
            "--urls=http://127.0.0.1:0",
            $"--Hub:DataDirectory={_data.FullName}",
            "--Hub:Mocks:Enabled=false",
            "--Hub:Outbound:AllowLoopback=true",
            $"--Hub:Admin:Password={AdminPassword}",
            $"--Hub:Admin:ApiKey={AdminKey}",
            $"--Hub:Adapters:sed:WebhookSecret={SedSecret}",
            $"--Hub:Intake:MaxBytes={MaxDocument}",
            "--Hub:Limits:BodyTimeout=00:00:01",
            "--Hub:Limits:SignInsPerMinute=1000",
            "--Logging:LogLevel:Default=Error",
            .. await SettingsAsync(),
        ]);
        await _app.StartAsync();
        Url = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        await CleanAsync();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A client that follows nothing and keeps no cookies but those it is told to.</summary>
    public HttpClient Client(bool keepsCookies = false) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = keepsCookies }, disposeHandler: true) { BaseAddress = Url };

    public HttpClient With(string key)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ApiKey", key);
        return client;
    }

    public HttpClient Admin() => With(AdminKey);

    /// <summary>A client with a new key of a role, limited to the given adapters.</summary>
    public async Task<HttpClient> WithRoleAsync(string role, params string[] adapters) => With(await NewKeyAsync(role, adapters));

    public async Task<string> NewKeyAsync(string role, params string[] adapters)
    {
        using var admin = Admin();
        using var response = await admin.PostAsJsonAsync("/api/v1/keys", new { name = "test", roles = new[] { role }, adapters });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
    }

    protected virtual Task<IReadOnlyList<string>> SettingsAsync() => Task.FromResult<IReadOnlyList<string>>([]);

    protected virtual Task CleanAsync() => Task.CompletedTask;
}
