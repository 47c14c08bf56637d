using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using SdkGen.Endurance.Provider;
using SdkGen.OAuth.Redis.Worker;
using SdkGen.OAuth.Tokens;

namespace SdkGen.Endurance;

/// <summary>Two processes that refresh the tokens of one session without a pause, and are killed one after the other, whatever they are doing.</summary>
internal sealed class Workers(EnduranceProvider provider, string redis, string keyRing, Verdict verdict) : IAsyncDisposable
{
    public const string Subject = "worker";
    public const string UsedAgain = "refresh tokens used again after a kill";

    private const int Count = 2;

    private readonly Queue<Process> _processes = new();

    public async Task StartAsync()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("SdkGen.OAuth.Redis.Tests").PersistKeysToFileSystem(new(keyRing));
        services.AddOAuthRedis(redis);
        await using var shared = services.BuildServiceProvider();
        var (accessToken, refreshToken) = provider.Begin(Subject);
        await new CacheSession(shared.GetRequiredService<SealedCache>()).SaveAsync(
            new() { AccessToken = accessToken, RefreshToken = refreshToken, ReceivedAt = DateTimeOffset.UtcNow, ExpiresIn = TimeSpan.FromHours(1) }, default);
        while (_processes.Count < Count)
        {
            await StartOneAsync();
        }
    }

    /// <summary>Kills the one that has been there the longest, and starts another.</summary>
    public async Task KillAsync()
    {
        var oldest = _processes.Dequeue();
        if (oldest.HasExited)
        {
            verdict.Violated("a worker ended by itself: " + await oldest.StandardError.ReadToEndAsync());
        }

        provider.Kills++;
        verdict.Count("processes killed");
        await EndAsync(oldest);
        await StartOneAsync();
    }

    public async ValueTask DisposeAsync()
    {
        while (_processes.TryDequeue(out var process))
        {
            await EndAsync(process);
        }
    }

    private static async Task EndAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task StartOneAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "SdkGen.OAuth.Redis.Worker.dll"), "user", redis, provider.Issuer + "token", keyRing, "5", $"{int.MaxValue}",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        _processes.Enqueue(process);
        await process.StandardOutput.ReadLineAsync();
        await process.StandardInput.WriteLineAsync("go");
    }
}
