using MCU.Integration.Hub;

await HubApplication.Build(args).RunAsync();
return 0;
