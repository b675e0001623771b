using MCU.Integration.Bench;

if (BenchOptions.Parse(args, out var problem) is not { } options)
{
    System.Console.Error.WriteLine(problem);
    System.Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}

return await BenchRunner.RunAsync(options);
