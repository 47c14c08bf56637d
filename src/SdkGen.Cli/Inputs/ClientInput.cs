using System.CommandLine;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Inputs;

/// <summary>Which client asks, and how it proves that.</summary>
internal sealed class ClientInput
{
    private const string IdVariable = "OAUTH2_CLIENT_ID";
    private const string SecretVariable = "OAUTH2_CLIENT_SECRET";

    private readonly Option<string?> _id = new("--client-id")
    {
        HelpName = "id",
        Description = $"The client id that the provider gave to you; else {IdVariable} of the environment.",
    };

    private readonly Option<string?> _secretEnvironment = new("--client-secret-env")
    {
        HelpName = "name",
        Description = $"The environment variable that holds the client secret; else {SecretVariable}. A public client has none.",
    };

    private readonly Option<bool> _secretInput = new("--client-secret-stdin") { Description = "Read the client secret from standard input." };

    private readonly Option<string?> _secret = new("--client-secret")
    {
        HelpName = "secret",
        Description = "The client secret itself, as Ory has it. Others on this machine can read it: prefer the two above.",
    };

    private readonly Option<FileInfo?> _key = new("--client-key")
    {
        HelpName = "file",
        Description = "The private key of a client that has no secret (private_key_jwt): PEM, or a JSON Web Key.",
    };

    private readonly Option<string?> _keyId = new("--client-key-id") { HelpName = "id", Description = "The key id under which the provider knows it; of a PEM only." };

    private readonly Option<FileInfo?> _dpopKey = new("--dpop-key")
    {
        HelpName = "file",
        Description = "Bind the tokens to this private key (DPoP, RFC 9449): PEM, or a JSON Web Key.",
    };

    public IEnumerable<Option> All => [_id, _secretEnvironment, _secretInput, _secret, _key, _keyId, _dpopKey];

    /// <summary>Whether the client's secret will be read from standard input.</summary>
    public bool IsSecretFromInput(ParseResult arguments) =>
        arguments.GetValue(_secretInput) || arguments.GetValue(_secret) == Secret.FromInput;

    /// <summary>Whether tokens are to be bound to a key.</summary>
    public bool IsBound(ParseResult arguments) => arguments.GetValue(_dpopKey) is not null;

    /// <summary>States the client.</summary>
    /// <param name="options">The options to fill.</param>
    /// <param name="run">What was typed.</param>
    /// <param name="isPublic">Whether the client is said to prove nothing: a secret that happens to be in the environment does not count then.</param>
    /// <param name="cancellationToken">Stops waiting for standard input.</param>
    /// <exception cref="CommandException">What was typed does not fit together.</exception>
    public async Task ApplyAsync(OAuthClientOptions options, Run run, bool isPublic, CancellationToken cancellationToken)
    {
        options.ClientId = run.Arguments.GetValue(_id) ?? Environment.GetEnvironmentVariable(IdVariable);
        options.ClientSecret = await ReadSecretAsync(run, isPublic, cancellationToken);
        options.ClientKey = await ReadKeyAsync(run.Arguments.GetValue(_key), "--client-key", run.Arguments.GetValue(_keyId), cancellationToken);
        options.DPoPKey = await ReadKeyAsync(run.Arguments.GetValue(_dpopKey), "--dpop-key", null, cancellationToken);
    }

    private async Task<string?> ReadSecretAsync(Run run, bool isPublic, CancellationToken cancellationToken)
    {
        var arguments = run.Arguments;
        var (name, typed) = (arguments.GetValue(_secretEnvironment), arguments.GetValue(_secret));
        var places = (name is null ? 0 : 1) + (typed is null ? 0 : 1) + (arguments.GetValue(_secretInput) ? 1 : 0);
        if (places > 1)
        {
            throw CommandException.Usage("The client secret is stated in several ways.", "Use one of --client-secret-env and --client-secret-stdin.");
        }

        if (places > 0 && isPublic)
        {
            throw CommandException.Usage("A client that proves nothing has no secret.", "Leave out the secret, or --auth-method none.");
        }

        if (IsSecretFromInput(arguments))
        {
            return await StandardInput.ReadSecretAsync("the client secret", cancellationToken);
        }

        if (name is not null)
        {
            return Secret.FromEnvironment("--client-secret-env", name, "the client secret");
        }

        if (typed is not null)
        {
            Secret.Warn(run.Notes, "A secret", "--client-secret-env or --client-secret-stdin");
            return typed;
        }

        return isPublic || Environment.GetEnvironmentVariable(SecretVariable) is not { Length: > 0 } secret ? null : secret;
    }

    private static async Task<ClientKey?> ReadKeyAsync(FileInfo? file, string option, string? keyId, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            var text = await File.ReadAllTextAsync(file.FullName, cancellationToken);
            return text.AsSpan().TrimStart() is ['{', ..] ? ClientKey.FromJsonWebKey(text) : ClientKey.FromPem(text, keyId);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What a parser says may quote the key.
            throw CommandException.Usage(
                $"The file of {option} {(exception is ArgumentException ? "holds no private key that can be used" : "cannot be read")}.",
                "It holds an EC or RSA key, as PEM (BEGIN PRIVATE KEY) or as a JSON Web Key.");
        }
    }
}
