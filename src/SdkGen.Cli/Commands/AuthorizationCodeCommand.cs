using System.CommandLine;
using SdkGen.Cli.Inputs;
using SdkGen.Cli.Output;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>Sign-in in the browser of this machine (RFC 8252): code, PKCE, state, nonce, issuer.</summary>
internal sealed class AuthorizationCodeCommand : ProviderCommand
{
    private readonly AccessInput _access = new();
    private readonly LoopbackInput _loopback = new();

    private readonly Option<string[]> _prompt = new("--prompt")
    {
        HelpName = "prompts",
        Description = "What the provider has to ask the user: login, consent, select_account; none asks nothing. A list like --scope.",
    };

    private readonly Option<int?> _maxAge = Number.CreateOption(
        "--max-age", [], "seconds", "How long ago the user may have signed in; -1 says nothing about it, as Ory has it.", -1, int.MaxValue);

    private readonly Option<string?> _loginHint = new("--login-hint") { HelpName = "user", Description = "Who is expected to sign in: most often an email address." };

    private readonly Option<bool> _noOpen = new("--no-open") { Description = "Do not open a browser: only say the address." };

    private readonly Option<string?> _responseMode = new("--response-mode")
    {
        HelpName = "query|form_post",
        Description = "How the callback arrives. Of --issuer and --project only.",
    };

    public AuthorizationCodeCommand()
        : base(
            "authorization-code",
            "Sign in in the browser, and get tokens here (RFC 6749 section 4.1, RFC 8252): with PKCE, and state, nonce and issuer checked.",
            [
                "sdkgen perform authorization-code --issuer https://login.example.com --client-id my-cli",
                "sdkgen perform authorization-code --project my-project-123 --client-id my-app --client-secret-env MY_SECRET --scope openid,offline_access",
                "sdkgen perform authorization-code --provider google --client-id … --client-secret-env GOOGLE_SECRET --port 0 --format jsonpath=$.id_token_claims.email",
            ],
            QuietToken)
    {
        _responseMode.AcceptOnlyFromAmong("query", "form_post");
        AddAll([.. _access.All, .. _loopback.All, _prompt, _maxAge, _loginHint, _noOpen, _responseMode]);
    }

    /// <inheritdoc />
    protected override ProviderWishes Wishes(ParseResult arguments) => new()
    {
        SignsIn = true,
        Scopes = _access.Scopes(arguments),
        ResponseMode = arguments.GetValue(_responseMode) switch
        {
            "form_post" => ResponseMode.FormPost,
            "query" => ResponseMode.Query,
            _ => null,
        },
    };

    /// <inheritdoc />
    protected override async Task<CommandResult> RunAsync(Run run, ConnectedProvider provider, CancellationToken cancellationToken)
    {
        var arguments = run.Arguments;
        var grant = provider.Require<IAuthorizationCodeGrant>();
        var (address, port, path) = _loopback.Read(arguments);
        var options = new BrowserSignInOptions
        {
            Address = address,
            Port = port,
            Path = path,
            OpenBrowser = new Browser(run.Notes, opens: !arguments.GetValue(_noOpen)).OpenAsync,
            CompletedText = "You are signed in. The program has what it needs; you can close this window.",
            Configure = parameters => Ask(parameters, arguments, provider),
        };
        return TokenResult.Of(await run.Notes.WaitAsync(
            "Waiting until you have signed in", () => grant.SignInWithBrowserAsync(options, cancellationToken)));
    }

    private AuthorizationParameters Ask(AuthorizationParameters parameters, ParseResult arguments, ConnectedProvider provider)
    {
        var asked = _access.Apply(parameters, arguments) with
        {
            Prompt = TextList.Split(arguments.GetValue(_prompt) ?? []) is { Count: > 0 } prompts ? string.Join(' ', prompts) : null,
            MaxAge = arguments.GetValue(_maxAge) is >= 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
            LoginHint = arguments.GetValue(_loginHint),
        };
        foreach (var (name, value) in provider.SignInVariables)
        {
            asked.Additional.Add(name, value);
        }

        return asked;
    }
}
