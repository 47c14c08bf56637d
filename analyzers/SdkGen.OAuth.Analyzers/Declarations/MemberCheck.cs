using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>Whether each member of the interface can be implemented: the problems that the reader found, told where they are.</summary>
internal static class MemberCheck
{
    public static void Run(DeclaredProvider declared)
    {
        if (declared.Model.Problem != ProviderProblem.None)
        {
            return;
        }

        foreach (var type in declared.Type.AllInterfaces.Where(IsPartOf).Append(declared.Type))
        {
            foreach (var member in type.GetMembers().Where(member => member is { IsAbstract: true, IsStatic: false }))
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                {
                    Check(declared, method);
                }
                else if (member is IPropertySymbol or IEventSymbol)
                {
                    declared.Report(DiagnosticDescriptors.NotAMethod, Place(declared, member), member.Name);
                }
            }
        }

        foreach (var method in declared.Methods.Where(method => method is { IsStandard: true, Problem: MethodProblem.NoJsonContext }))
        {
            declared.Report(DiagnosticDescriptors.NoJsonSerializerContext, declared.Location, method.ProblemSubject, NoContext(method.ProblemSubject));
        }

        foreach (var contract in declared.Type.AllInterfaces.Where(contract => KnownTypes.IsOurs(contract, "IUserInfoEndpoint") && contract.Arity == 1))
        {
            CheckDescribed(declared, contract.TypeArguments[0], declared.Location);
        }
    }

    /// <summary>An interface of the user's that is not a provider by itself, and so is checked with those that inherit it.</summary>
    private static bool IsPartOf(INamedTypeSymbol contract) =>
        !KnownTypes.IsOurs(contract) && !contract.GetAttributes().Any(attribute => AttributeReader.NameOf(attribute) == "OAuthProvider");

    /// <summary>Where a member stands; the provider's name if that is in another assembly.</summary>
    private static Location Place(DeclaredProvider declared, ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? declared.Location;

    private static void Check(DeclaredProvider declared, IMethodSymbol method)
    {
        var model = MethodReader.Read(method, JsonContext(declared));
        var parameter = method.Parameters.FirstOrDefault(candidate => candidate.Name == model.ProblemSubject);
        var place = Place(declared, method);
        switch (model.Problem)
        {
            case MethodProblem.NoAttribute:
                declared.Report(DiagnosticDescriptors.MethodWithoutRequestAttribute, place, method.Name);
                break;

            case MethodProblem.SeveralAttributes:
                declared.Report(DiagnosticDescriptors.SeveralRequestAttributes, place, method.Name);
                break;

            case MethodProblem.ReturnType:
                var isNamesake = method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) == model.ProblemSubject;
                declared.Report(
                    DiagnosticDescriptors.WrongReturnType,
                    place,
                    method.Name,
                    isNamesake ? $"{model.ProblemSubject} of SdkGen.OAuth and System.Threading.Tasks, not types that are only called like these" : model.ProblemSubject);
                break;

            case MethodProblem.MissingParameter:
                declared.ReportFixable(
                    DiagnosticDescriptors.MissingParameter,
                    place,
                    "parameter",
                    model.ProblemSubject,
                    method.Name,
                    model.ProblemSubject,
                    MessageShape.Of(model.Kind).Request is null ? "" : ", or the request object in its place");
                break;

            case MethodProblem.ParameterType when parameter is not null:
                declared.Report(DiagnosticDescriptors.UnsupportedParameterType, Place(declared, parameter), parameter.Name, parameter.Type.ToDisplayString());
                break;

            case MethodProblem.ReservedParameter when parameter is not null:
                var target = Target(model, parameter);
                declared.Report(
                    DiagnosticDescriptors.ReservedParameter,
                    Place(declared, parameter),
                    parameter.Name,
                    target,
                    target == "scope"
                        ? "take the scopes as a list of strings named 'scopes'"
                        : "remove the parameter, or name what it is with [OAuthParameter(\"…\")]");
                break;

            case MethodProblem.BesideDocument when parameter is not null:
                declared.Report(
                    DiagnosticDescriptors.BesideDocument, Place(declared, parameter), parameter.Name, MessageShape.Of(model.Kind).Request);
                break;

            case MethodProblem.UnknownParameter when parameter is not null:
                declared.Report(
                    DiagnosticDescriptors.UnknownParameter,
                    Place(declared, parameter),
                    parameter.Name,
                    string.Join(", ", MessageShape.Of(model.Kind).Fields.Select(field => $"'{field.Parameter}'")));
                break;

            case MethodProblem.DuplicateParameter when parameter is not null:
                declared.Report(
                    DiagnosticDescriptors.DuplicateParameter,
                    Place(declared, parameter),
                    parameter.Name,
                    model.Parameters[parameter.Ordinal] is { Role: ParameterRole.Additional, Target: var same }
                        ? $": both are sent as '{same}'. Name one of them with [OAuthParameter(\"…\")], or take a list of strings"
                        : ": keep one");
                break;

            case MethodProblem.Generic:
                declared.Report(DiagnosticDescriptors.GenericMethod, place, method.Name);
                break;

            case MethodProblem.None when model.UserType is not null:
                CheckDescribed(declared, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0], place);
                break;

            case MethodProblem.NoJsonContext:
                declared.Report(DiagnosticDescriptors.NoJsonSerializerContext, place, model.ProblemSubject, NoContext(model.ProblemSubject));
                break;
        }
    }

    private static string NoContext(string? user) =>
        $"declare a class AppJson : JsonSerializerContext with [JsonSerializable(typeof({user}))] and state JsonSerializerContext = typeof(AppJson) in [OAuthProvider]";

    private static void CheckDescribed(DeclaredProvider declared, ITypeSymbol user, Location place)
    {
        if (!KnownTypes.IsOurs(user, "UserInfo") && JsonContext(declared) is { } context && !JsonContexts.MayDescribe(context, user))
        {
            var name = TypeText.Short(TypeText.Of(user));
            declared.Report(DiagnosticDescriptors.NoJsonSerializerContext, place, name, $"annotate '{context.Name}' with [JsonSerializable(typeof({name}))]");
        }
    }

    private static string Target(MethodModel model, IParameterSymbol parameter) =>
        parameter.Ordinal < model.Parameters.Count && model.Parameters[parameter.Ordinal].Target is { Length: > 0 } target ? target : parameter.Name;

    private static INamedTypeSymbol? JsonContext(DeclaredProvider declared) =>
        new[] { declared.Type }.Concat(declared.Type.AllInterfaces)
            .SelectMany(type => type.GetAttributes())
            .Where(attribute => AttributeReader.NameOf(attribute) == "OAuthProvider")
            .SelectMany(attribute => attribute.NamedArguments)
            .Where(argument => argument.Key == "JsonSerializerContext")
            .Select(argument => argument.Value.Value as INamedTypeSymbol)
            .FirstOrDefault(context => context is not null);
}
