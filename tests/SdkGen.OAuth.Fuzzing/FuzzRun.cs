using System.Diagnostics;

namespace SdkGen.OAuth.Fuzzing;

/// <summary>Gives a target one input after another. Each has a number, from which alone it is made: a finding repeats itself.</summary>
public sealed class FuzzRun(FuzzTarget target)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    /// <summary>The longest that an input took.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>Runs inputs.</summary>
    /// <param name="first">The number of the first input.</param>
    /// <param name="count">How many.</param>
    /// <param name="progress">Told of each input that is done.</param>
    /// <returns>The first finding, if there is one.</returns>
    public async Task<Finding?> RunAsync(long first, long count, Action? progress = null)
    {
        for (var seed = first; seed < first + count; seed++)
        {
            if (await ReadAsync(seed) is { } finding)
            {
                return finding;
            }

            progress?.Invoke();
        }

        return null;
    }

    private async Task<Finding?> ReadAsync(long seed)
    {
        var mutations = new Mutations(seed);
        var input = mutations.Damage(target.Seeds[mutations.Below(target.Seeds.Length)]);
        var finding = await ReadAsync(seed, input, mutations);

        // The first use of anything is slow and allocates, and a busy machine may stop a process for a second: only what repeats itself counts.
        return finding is { What: var what } && (what.StartsWith("took", StringComparison.Ordinal) || what.StartsWith("allocated", StringComparison.Ordinal))
            ? await ReadAsync(seed, input, mutations)
            : finding;
    }

    private async Task<Finding?> ReadAsync(long seed, byte[] input, Mutations mutations)
    {
        var thread = Environment.CurrentManagedThreadId;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await target.ReadAsync(input, mutations);
        }
        catch (OAuthException exception) when (exception.Failure != OAuthFailure.Unknown)
        {
            // Refused, with the reason.
        }
#pragma warning disable CA1031 // Whatever it is, it is what is being looked for.
        catch (Exception exception)
        {
            return new(target.Name, seed, input, exception.ToString());
        }
#pragma warning restore CA1031

        var took = Stopwatch.GetElapsedTime(begun);

        // What went on elsewhere was counted there.
        allocated = Environment.CurrentManagedThreadId == thread ? GC.GetAllocatedBytesForCurrentThread() - allocated : 0;
        Slowest = took > Slowest ? took : Slowest;
        var (constant, perByte) = target.Memory;
        return took > TimeLimit ? new(target.Name, seed, input, $"took {took.TotalMilliseconds:N0} ms for {input.Length} bytes")
            : allocated > constant + (perByte * input.Length) ? new(target.Name, seed, input, $"allocated {allocated:N0} bytes for {input.Length}")
            : null;
    }
}
