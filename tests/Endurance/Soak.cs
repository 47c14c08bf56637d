using System.Diagnostics;
using SdkGen.Endurance.Application;
using SdkGen.OAuth.Redis.Tests;

namespace SdkGen.Endurance;

/// <summary>Two instances and two workers on one Redis, in real time: Redis is killed, processes are, and clocks jump.</summary>
internal sealed class Soak(int seed, Verdict verdict) : Run(seed, verdict)
{
    private const int PeopleCount = 24;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan[] Jumps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), -TimeSpan.FromMinutes(10), TimeSpan.FromHours(2), -TimeSpan.FromHours(2), TimeSpan.FromSeconds(20),
    ];

    private readonly JumpingClock[] _clocks = [new(), new()];
    private double _memoryBefore;
    private int _handlesBefore;

    protected override TimeProvider Clock => TimeProvider.System;

    public async Task RunAsync(TimeSpan duration, Action<double> progress)
    {
        IRedis redis = RedisProcess.IsInstalled ? new RedisProcess() : new OAuth.Redis.Tests.Garnet();
        await Part(redis).StartAsync();
        await StartProviderAsync(inMemory: false);
        await StartInstancesAsync(
            _clocks.Select(clock => new Instance(Provider, clock, redis.Configuration, KeyRing.FullName)),
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false },
            PeopleCount);
        var workers = Part(new Workers(Provider, redis.Configuration, KeyRing.FullName, Verdict));
        await workers.StartAsync();

        var begun = Stopwatch.GetTimestamp();
        var living = Task.WhenAll([TroubleAsync(), JumpAsync(), KillWorkersAsync(workers), LoseRedisAsync(redis), .. People.Select(LiveAsync)]);
        while (Stopwatch.GetElapsedTime(begun) is var elapsed && elapsed < duration && !living.IsFaulted)
        {
            progress(elapsed / duration);
            if (_memoryBefore == 0 && elapsed > duration / 4)
            {
                (_memoryBefore, _handlesBefore) = Measure();
            }

            await Task.Delay(250);
        }

        Stop();
        await living;
        await Task.WhenAll(People.Select(RecoverAsync));
        JudgeMemory();
        progress(1);
    }

    protected override TimeSpan PauseOf(Person person) => person.Pause;

    private static (double Memory, int Handles) Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true) / Megabyte, process.HandleCount);
    }

    private void JudgeMemory()
    {
        var (memory, handles) = Measure();
        Verdict.Note("memory in use after a quarter of the time, MB", _memoryBefore);
        Verdict.Note("memory in use at the end, MB", memory);
        Verdict.Note("handles after a quarter of the time", _handlesBefore);
        Verdict.Note("handles at the end", handles);
        if (memory > (_memoryBefore * 1.5) + 32)
        {
            Verdict.Violated($"memory grew from {_memoryBefore:N0} to {memory:N0} MB");
        }

        if (handles > _handlesBefore + 200)
        {
            Verdict.Violated($"open handles, connections among them, grew from {_handlesBefore} to {handles}");
        }
    }

    /// <summary>Waits a while, or until the end.</summary>
    private async Task<bool> WaitAsync(int seconds)
    {
        var until = Clock.GetUtcNow().AddSeconds(seconds);
        while (!Stops && Clock.GetUtcNow() < until)
        {
            await Task.Delay(200);
        }

        return !Stops;
    }

    private async Task JumpAsync()
    {
        var random = new Random(Random.Next());
        while (await WaitAsync(8))
        {
            var clock = _clocks[random.Next(_clocks.Length)];
            clock.Offset = Jumps[random.Next(Jumps.Length)];
            Verdict.Count("clock jumps");
            await WaitAsync(5);
            clock.Offset = TimeSpan.Zero;
        }
    }

    private async Task KillWorkersAsync(Workers workers)
    {
        while (await WaitAsync(8))
        {
            await workers.KillAsync();
            await WaitAsync(67);
        }
    }

    private async Task LoseRedisAsync(IRedis redis)
    {
        var random = new Random(Random.Next());
        while (redis is RedisProcess && await WaitAsync(11))
        {
            await redis.KillAsync();
            Verdict.Count("Redis killed");
            await Task.Delay(TimeSpan.FromSeconds(1 + random.Next(6)));
            await redis.StartAsync();
            await WaitAsync(34);
        }
    }
}
