using MCU.Integration.CrashHost;
using MCU.Integration.Hub;

var crash = Crash.FromEnvironment();
await HubApplication.Build(args, builder => builder.Services.AddCrash(crash)).RunAsync();
