using System.CommandLine;
using System.Text.Json.Nodes;
using SdkGen.Cli.Auditing;
using SdkGen.Cli.Inputs;
using SdkGen.Cli.Output;
using SdkGen.Cli.Running;
using SdkGen.Cli.Scaffolding;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>Writes the interface of a provider from what it announces, and keeps that beside it.</summary>
internal sealed class ScaffoldCommand : ToolCommand
{
    private readonly Argument<string> _issuer = new("issuer") { Description = "The issuer of the provider, an https URL; http on this machine alone." };

    private readonly Option<string> _name = new("--name") { Description = "The interface to write, such as IGoogle.", HelpName = "name", Required = true };

    private readonly Option<string?> _namespace = new("--namespace")
    {
        Description = "Its namespace. Without it, that of the project in whose folder it is written.",
        HelpName = "name",
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "Where to write; here, if left out.", HelpName = "folder" };

    private readonly Option<string[]> _scopes = new("--scope")
    {
        Description = "The scopes of a sign-in, instead of openid, profile and email as far as they are announced.",
        HelpName = "scope",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _force = new("--force") { Description = "Write over files that are there." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print what would be written, and write nothing." };

    public ScaffoldCommand()
        : base(
            "scaffold",
            "Write the interface of a provider from its metadata.",
            [
                "sdkgen scaffold https://accounts.google.com --name IGoogle",
                "sdkgen scaffold https://login.example.com --name ILogin --namespace Shop.Identity --output src/Shop/Identity",
                "sdkgen scaffold https://accounts.google.com --name IGoogle --scope openid --scope email --dry-run",
            ],
            quiet: "Print the path of the interface alone.")
    {
        Arguments.Add(_issuer);
        Add(_name, _namespace, _output, _scopes, _force, _dryRun);
    }

    /// <inheritdoc />
    protected override async Task<int> RunAsync(Run run, CancellationToken cancellationToken)
    {
        var name = ProviderName.Parse(run.Arguments.GetRequiredValue(_name));
        var folder = Path.GetFullPath(run.Arguments.GetValue(_output) is { Length: > 0 } typed ? typed : ".");
        var project = TargetProject.Find(folder);
        var space = run.Arguments.GetValue(_namespace) is { } stated ? ProviderName.ParseNamespace(stated) : project?.NamespaceOf(folder);
        var isDryRun = run.Arguments.GetValue(_dryRun);
        var files = new ScaffoldFiles(folder, name);
        if (!isDryRun && !run.Arguments.GetValue(_force))
        {
            files.RefuseOverwriting();
        }

        var issuer = Issuer(run.Arguments.GetRequiredValue(_issuer));
        var document = await run.Notes.WaitAsync($"Asking {issuer}", () => MetadataDocument.FetchAsync(issuer, new() { AllowOpenIssuer = true }, cancellationToken));
        var plan = new ProviderPlan(issuer, document, Scopes(run.Arguments.GetValue(_scopes)));
        var source = InterfaceText.Write(name, space, plan, document.Address);
        var kept = KeptText.Write(document.Json);
        if (await InterfaceCheck.RunAsync(source, files.Document, kept, cancellationToken) is [var problem, ..])
        {
            throw new CommandException(
                $"What {document.Address} announces, or the name, makes no interface that compiles without a warning: {problem}",
                "Write the interface by hand; docs/describing-a-provider.md says how.");
        }

        if (!isDryRun)
        {
            await files.WriteAsync(source, kept, run.Arguments.GetValue(_force), cancellationToken);
        }

        run.Results.Write(Result(name, plan, files, source, isDryRun));
        Advise(run.Notes, name, plan, project, isDryRun);
        return ExitCode.Good;
    }

    private static List<string>? Scopes(string[]? typed)
    {
        var scopes = TextList.Split(typed ?? []).Distinct().ToList();
        if (scopes.Find(scope => scope.Any(character => character is < '!' or > '~' or '"' or '\\' or '{')) is { } wrong)
        {
            throw CommandException.Usage($"'{wrong.Printable()}' is no scope (RFC 6749 section 3.3).");
        }

        return scopes.Count > 0 ? scopes : null;
    }

    private static string Issuer(string typed) =>
        typed.AsSpan().IndexOfAny('{', '}') < 0
            ? IssuerInput.Check(typed)
            : throw CommandException.Usage(
                $"'{typed}' leaves a part open.", "Name one tenant whose metadata can be read; make a template of it in the interface.");

    private static CommandResult Result(ProviderName name, ProviderPlan plan, ScaffoldFiles files, string source, bool isDryRun)
    {
        var (shownInterface, shownDocument) = (FilePlace.Shown(files.Interface), FilePlace.Shown(files.Document));
        var value = new JsonObject
        {
            ["name"] = name.Interface,
            ["issuer"] = plan.Issuer,
            ["interface"] = shownInterface,
            ["document"] = shownDocument,
            ["written"] = !isDryRun,
            ["inherits"] = new JsonArray([.. plan.Interfaces.Select(text => JsonValue.Create(text))]),
            ["scopes"] = new JsonArray([.. plan.Scopes.Select(text => JsonValue.Create(text))]),
            ["source"] = source,
        };
        return new(value, isDryRun ? new PlainText(source) : new PropertyList(null, ("interface", shownInterface), ("document", shownDocument)))
        {
            Essence = isDryRun ? source : shownInterface,
        };
    }

    private static void Advise(Notes notes, ProviderName name, ProviderPlan plan, TargetProject? project, bool isDryRun)
    {
        if (!name.IsConventional)
        {
            notes.Warn($"'{name.Interface}' does not begin with an I, as interfaces do. Its client is {name.Provider}Client.");
        }

        if (plan.IsPlain)
        {
            notes.Warn("The provider announces no PKCE method but plain, which protects less. Ask it for S256.");
        }

        if (plan.OpenIssuer is { } open)
        {
            notes.Warn($"Users of any tenant can sign in there: decide by the claim '{open.Claim}' whom you serve.");
        }

        if (isDryRun)
        {
            return;
        }

        if (project is null)
        {
            notes.Say("There is no project here. In one with the package SdkGen.OAuth no line is needed: its build finds both files.");
        }
        else if (!project.HasLibrary)
        {
            notes.Say($"{Path.GetFileName(project.File)} does not name the package: dotnet add package SdkGen.OAuth. Its build then finds both files; no other line is needed.");
        }
        else
        {
            notes.Say("No line in the project is needed: its build finds both files.");
        }
    }
}
