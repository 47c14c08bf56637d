using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.Comparison;

/// <summary>A library under attack, configured as its documentation says.</summary>
internal interface ILibrary
{
    string Name { get; }

    /// <summary>The version of its package.</summary>
    string Version { get; }

    /// <summary>Makes a client of the scenario's provider that nothing else uses.</summary>
    ILibraryClient Create(Scenario scenario, ILoggerFactory loggers);
}

/// <summary>A client of one provider.</summary>
internal interface ILibraryClient : IAsyncDisposable
{
    /// <summary>Whether a callback can be given to the library at all that it was given before.</summary>
    bool TakesCallbacksTwice { get; }

    /// <summary>Whether the library keeps tokens of machines.</summary>
    bool KeepsMachineTokens { get; }

    /// <summary>Signs a user in.</summary>
    /// <param name="callback">Brings the callback for the address to which the library sends the user.</param>
    /// <param name="again">Whether the same callback is processed a second time, and that outcome returned.</param>
    /// <returns>What came of it, if nothing was thrown: the life of the token.</returns>
    Task<TimeSpan?> SignInAsync(Func<Uri, Uri> callback, bool again = false);

    /// <summary>Gets the token of a machine, if it has none.</summary>
    /// <returns>The life of the token.</returns>
    Task<TimeSpan?> GetMachineTokenAsync();
}
