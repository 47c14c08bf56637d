namespace SdkGen.OAuth.Tokens;

/// <summary>Locks for the callers of one process. A lock exists as long as somebody holds it or waits for it.</summary>
internal sealed class ProcessTokenLock : ITokenLock
{
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    public async ValueTask<IAsyncDisposable?> TryAcquireAsync(string name, TimeSpan wait, CancellationToken cancellationToken)
    {
        var gate = Enter(name);
        var isHeld = false;
        try
        {
            isHeld = await gate.Semaphore.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!isHeld)
            {
                Leave(gate);
            }
        }

        return isHeld ? new Hold(this, gate) : null;
    }

    private Gate Enter(string name)
    {
        lock (_gates)
        {
            if (!_gates.TryGetValue(name, out var gate))
            {
                _gates[name] = gate = new(name);
            }

            gate.Users++;
            return gate;
        }
    }

    private void Leave(Gate gate)
    {
        lock (_gates)
        {
            if (--gate.Users == 0)
            {
                _gates.Remove(gate.Name);
                gate.Semaphore.Dispose();
            }
        }
    }

    private sealed class Gate(string name)
    {
        public string Name => name;

        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Hold(ProcessTokenLock owner, Gate gate) : IAsyncDisposable
    {
        private int _isReleased;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 0)
            {
                gate.Semaphore.Release();
                owner.Leave(gate);
            }

            return default;
        }
    }
}
