namespace SdkGen.OAuth.Redis.Tests;

/// <summary>A server that speaks Redis: on this machine, for one test, with a port that no other has.</summary>
public interface IRedis : IAsyncDisposable
{
    /// <summary>Where it is, as a client has it.</summary>
    string Configuration { get; }

    /// <summary>Ends it at once, as a power cut does. What it had confirmed it has when it starts again.</summary>
    Task KillAsync();

    /// <summary>Starts it, again on the same port.</summary>
    Task StartAsync();
}
