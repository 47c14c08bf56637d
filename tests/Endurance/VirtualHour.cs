using Microsoft.Extensions.Time.Testing;
using SdkGen.Endurance.Application;

namespace SdkGen.Endurance;

/// <summary>One instance in memory, whose clock goes as fast as the work is done.</summary>
internal sealed class VirtualHour(int seed, Verdict verdict) : Run(seed, verdict)
{
    private const int PeopleCount = 10;

    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    /// <summary>As long as anybody waits for an answer time goes on slowly, or everything would be late.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(20);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private int _working;

    protected override TimeProvider Clock => _clock;

    public async Task RunAsync(TimeSpan duration, Action<double> progress)
    {
        await StartProviderAsync(inMemory: true);
        await StartInstancesAsync([new(Provider, _clock, redis: null, KeyRing.FullName)], Provider.CreateHandler(), PeopleCount);
        var begun = _clock.GetUtcNow();
        var living = Task.WhenAll([TroubleAsync(), .. People.Select(LiveAsync)]);
        while (_clock.GetUtcNow() - begun is var elapsed && elapsed < duration)
        {
            progress(elapsed / duration);
            await PassAsync();
        }

        Stop();
        await FinishAsync(living);
        await FinishAsync(Task.WhenAll(People.Select(RecoverAsync)));
        progress(1);
    }

    protected override TimeSpan PauseOf(Person person) => person.Pause * 30;

    protected override async Task StepAsync(Func<Task> step)
    {
        Interlocked.Increment(ref _working);
        try
        {
            await base.StepAsync(step);
        }
        finally
        {
            Interlocked.Decrement(ref _working);
        }
    }

    private async Task FinishAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            await PassAsync();
        }

        await work;
    }

    private async Task PassAsync()
    {
        await Task.Delay(1);
        _clock.Advance(Volatile.Read(ref _working) == 0 ? Idle : Busy);
    }
}
