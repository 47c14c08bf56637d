using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Providers;

/// <summary>A provider with the client that was typed, ready for requests.</summary>
/// <param name="Name">How the provider is called in messages.</param>
/// <param name="Client">The generated client.</param>
/// <param name="Declaration">What the client was made of.</param>
internal sealed record ConnectedProvider(string Name, object Client, OAuthDeclaration Declaration)
{
    private static readonly (Type Type, string Command)[] Capabilities =
    [
        (typeof(IClientCredentialsGrant), "perform client-credentials"),
        (typeof(IAuthorizationCodeGrant), "perform authorization-code"),
        (typeof(IDeviceAuthorizationGrant), "perform device-code"),
        (typeof(ITokenExchangeGrant), "perform token-exchange"),
        (typeof(IRefreshTokenGrant), "perform refresh"),
        (typeof(IIntrospectionEndpoint), "introspect"),
        (typeof(IRevocationEndpoint), "revoke"),
        (typeof(IUserInfoEndpoint), "userinfo"),
    ];

    /// <summary>What was typed of the variables that each sign-in states for itself.</summary>
    public IReadOnlyList<(string Name, string Value)> SignInVariables { get; init; } = [];

    /// <summary>The commands that a client can do.</summary>
    public static IEnumerable<string> CommandsOf(Type client) =>
        Capabilities.Where(capability => capability.Type.IsAssignableFrom(client)).Select(capability => capability.Command);

    /// <summary>The client, if the provider can do what is wanted.</summary>
    /// <typeparam name="TCapability">The interface of the grant or endpoint.</typeparam>
    /// <exception cref="CommandException">It cannot; the message says what it can.</exception>
    public TCapability Require<TCapability>()
        where TCapability : class =>
        Client as TCapability ?? throw CommandException.Usage(
            $"{Name} is not declared to support this.", $"These commands work with it: {string.Join(", ", CommandsOf(Client.GetType()))}.");
}
