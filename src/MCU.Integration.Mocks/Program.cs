using System.CommandLine;
using System.Globalization;
using MCU.Integration.Mocks.Casting;
using MCU.Integration.Mocks.City;

var urls = new Option<string[]>("--urls") { Description = "Addresses: pos=http://127.0.0.1:8091 sed=http://127.0.0.1:8092 systems=http://127.0.0.1:8093", AllowMultipleArgumentsPerToken = true };
var hub = new Option<string>("--hub") { Description = "Base address of the hub that the systems call back", DefaultValueFactory = _ => "http://localhost:8080" };
var samples = new Option<string?>("--samples") { Description = "Folder of the samples; default: the nearest mocks/samples upward" };
var messages = new Option<int?>("--messages") { Description = "How many messages arrive; default: all samples once" };
var firstRound = new Option<int>("--first-round") { Description = "Shifts the ids, so that a city started again brings new messages" };
var pace = new Option<double>("--pace") { Description = "Multiplier of all delays; 1 = about a minute", DefaultValueFactory = _ => 1 };
var systems = new Option<string[]>("--systems") { Description = "Systems described by mocks/<system>/mock.json that live too; 'all' takes every one", AllowMultipleArgumentsPerToken = true };
var cast = new Option<string?>("--cast") { Description = "Folder of a cast that plays instead of samples and arrivals, such as mocks/city" };
var webhookSecret = new Option<string>("--webhook-secret") { Description = "Secret of the signatures, whsec_…", DefaultValueFactory = _ => DemoCredentials.WebhookSecret };

urls.Validators.Add(result =>
{
    if (result.Tokens.Any(token => !(token.Value.Split('=', 2) is ["pos" or "sed" or "systems", var address] && Uri.TryCreate(address, UriKind.Absolute, out _))))
    {
        result.AddError("--urls takes pos=<address>, sed=<address> and systems=<address>.");
    }
});
hub.Validators.Add(result =>
{
    if (result.Tokens.Any(token => !Uri.TryCreate(token.Value, UriKind.Absolute, out _)))
    {
        result.AddError("--hub takes an absolute address.");
    }
});

var command = new RootCommand("The mock city: systems with a life of their own.") { urls, hub, samples, messages, firstRound, pace, systems, cast, webhookSecret };
command.SetAction(async (arguments, cancellation) =>
{
    var addresses = (arguments.GetValue(urls) ?? []).Select(text => text.Split('=', 2)).ToDictionary(parts => parts[0], parts => new Uri(parts[1]));
    addresses.TryGetValue("pos", out var pos);
    addresses.TryGetValue("sed", out var sed);
    addresses.TryGetValue("systems", out var described);
    var names = arguments.GetValue(systems) ?? [];
    await using var city = MockCity.Start(new MockCityOptions
    {
        Host = pos?.Host ?? sed?.Host ?? "127.0.0.1",
        PosPort = pos?.Port ?? 0,
        SedPort = sed?.Port ?? 0,
        SystemsPort = described?.Port ?? 0,
        Systems = names.Contains("all") ? null : names,
        Hub = new Uri(arguments.GetValue(hub)!),
        SamplesFolder = arguments.GetValue(samples),
        CastFolder = arguments.GetValue(cast),
        Messages = arguments.GetValue(messages),
        FirstRound = arguments.GetValue(firstRound),
        Pace = arguments.GetValue(pace),
        WebhookSecret = arguments.GetValue(webhookSecret)!,
    });
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pos {city.PosUrl}"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sed {city.SedUrl}"));
    foreach (var (name, url) in city.Systems)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {url}"));
    }

    try
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
    }
    catch (OperationCanceledException)
    {
    }
});

var folder = new Argument<string>("folder") { Description = "Where its files go, such as mocks/city" };
var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same city", DefaultValueFactory = _ => CastMaker.Seed };
var make = new Command("make-city", "Makes the sample city anew.") { folder, seed };
make.SetAction(arguments => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{CastMaker.Write(arguments.GetValue(folder)!, arguments.GetValue(seed))} submissions")));
command.Subcommands.Add(make);
return await command.Parse(args).InvokeAsync();
