using SdkGen.Endurance.Application;
using SdkGen.Endurance.Provider;

namespace SdkGen.Endurance;

/// <summary>A provider, instances of an application, and people: what both parts of the run have.</summary>
internal abstract class Run(int seed, Verdict verdict) : IAsyncDisposable
{
    private const int UsualFaults = 50;
    private const int StormFaults = 400;

    /// <summary>What has to be in order again some time after the last fault.</summary>
    protected static readonly TimeSpan Recovery = TimeSpan.FromSeconds(100);

    private readonly Stack<IAsyncDisposable> _parts = new();
    private volatile bool _stops;

    protected DirectoryInfo KeyRing { get; } = Directory.CreateTempSubdirectory("sdkgen-endurance-");

    protected Random Random { get; } = new(seed);

    protected Verdict Verdict => verdict;

    protected EnduranceProvider Provider { get; private set; } = null!;

    protected Faults Faults { get; private set; } = null!;

    protected IReadOnlyList<Person> People { get; private set; } = [];

    protected bool Stops => _stops;

    protected abstract TimeProvider Clock { get; }

    protected abstract TimeSpan PauseOf(Person person);

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }

        KeyRing.Delete(recursive: true);
    }

    protected T Part<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }

    protected async Task StartProviderAsync(bool inMemory)
    {
        Faults = new(Random.Next(), Clock, verdict);
        Provider = Part(new EnduranceProvider(inMemory, Clock, Faults, verdict));
        await Provider.StartAsync(inMemory);
    }

    protected async Task StartInstancesAsync(IEnumerable<Instance> instances, HttpMessageHandler provider, int people)
    {
        var doors = new List<(Uri, HttpMessageInvoker)>();
        foreach (var instance in instances)
        {
            await Part(instance).StartAsync();
            doors.Add((instance.Address, new(instance.CreateHandler())));
        }

        var browser = new HttpMessageInvoker(provider);
        People = [.. Enumerable.Range(0, people).Select(i => new Person($"user-{i}", Random.Next(), doors, browser, Provider, verdict))];
    }

    /// <summary>Faults as they come: a few at most times, many in a storm, and the provider's keys change.</summary>
    protected async Task TroubleAsync()
    {
        var random = new Random(Random.Next());
        while (!_stops)
        {
            Faults.PerThousand = random.Next(8) == 0 ? StormFaults : UsualFaults;
            await Task.Delay(TimeSpan.FromSeconds(5), Clock);
            if (random.Next(3) == 0)
            {
                Provider.Keys.Rotate();
            }
        }

        Faults.PerThousand = 0;
        verdict.Note("signing keys", Provider.Keys.Rotations + 1);
    }

    protected async Task LiveAsync(Person person)
    {
        while (!_stops)
        {
            await StepAsync(() => person.StepAsync(CancellationToken.None));
            await Task.Delay(PauseOf(person), Clock);
        }
    }

    protected virtual async Task StepAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The application itself is never away.
            verdict.Violated("the application broke a connection: " + exception.Message);
        }
    }

    protected void Stop() => _stops = true;

    /// <summary>When nothing goes wrong any more everybody is served again, and who is not signed in can sign in.</summary>
    protected async Task RecoverAsync(Person person)
    {
        var until = Clock.GetUtcNow() + Recovery;
        var isServed = false;
        while (!isServed && Clock.GetUtcNow() < until)
        {
            await StepAsync(async () => isServed = await person.IsServedAsync(CancellationToken.None));
            await Task.Delay(TimeSpan.FromMilliseconds(500), Clock);
        }

        if (!isServed)
        {
            verdict.Violated($"{person.Name} is not served again {Recovery.TotalSeconds} seconds after the last fault");
        }
    }
}
