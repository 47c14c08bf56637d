using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator;

/// <summary>Writes a method: the request object, and one call into the library.</summary>
internal static class MethodWriter
{
    private const string Library = KnownTypes.Namespace;
    private const int LineLength = 120;

    public static void Write(SourceWriter source, ProviderModel provider, MethodModel method, MethodDeclarations methods)
    {
        Signature(source, method);
        if (method.Problem != MethodProblem.None)
        {
            source.Open();
            source.Line($"throw new global::System.NotSupportedException({Literal.Of(Explain(method))});");
            source.Close();
            return;
        }

        var body = new SourceWriter();
        var call = method.Kind == MessageKind.AuthorizationCode ? Redeem(body, method, methods) : Send(body, provider, method, methods);
        var statements = body.ToString();
        if (statements.Length == 0)
        {
            source.Line($"    => {call};");
            return;
        }

        source.Open();
        source.Lines(statements.TrimEnd('\n').Split('\n'));
        source.Line();
        source.Line($"return {call};");
        source.Close();
    }

    private static string Send(SourceWriter body, ProviderModel provider, MethodModel method, MethodDeclarations methods)
    {
        var shape = MessageShape.Of(method.Kind);
        var request = Request(body, method, shape, Additional(method));
        var type = method.UserType is { } user ? $"<{user}>" : "";
        var json = method.UserType is null ? "" : $", {provider.JsonContext}.Default";
        return $"_client.{shape.Call}{type}({methods.Of(method)}, {request}{json}, {Cancellation(method)})";
    }

    private static List<ParameterModel> Additional(MethodModel method) =>
        method.Parameters.Where(parameter => parameter.Role == ParameterRole.Additional).ToList();

    private static string Cancellation(MethodModel method) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Role == ParameterRole.Cancellation)?.Name ?? "default";

    private static void Signature(SourceWriter source, MethodModel method)
    {
        source.Line("/// <inheritdoc />");
        var name = method.ExplicitInterface is { } contract ? $"{contract}.{method.Name}" : $"public {method.ReturnType} {method.Name}";
        var head = method.ExplicitInterface is null ? name : $"{method.ReturnType} {name}";
        head += method.TypeParameters;
        var parameters = method.Parameters.Select((parameter, index) => Parameter(method, parameter, index)).ToList();
        var line = $"{head}({string.Join(", ", parameters)}){method.Constraints}";
        if (line.Length <= LineLength || parameters.Count == 0)
        {
            source.Line(line);
            return;
        }

        source.Line(head + "(");
        source.Indent();
        for (var i = 0; i < parameters.Count; i++)
        {
            source.Line(parameters[i] + (i + 1 < parameters.Count ? "," : ")" + method.Constraints));
        }

        source.Outdent();
    }

    private static string Parameter(MethodModel method, ParameterModel parameter, int index)
    {
        // A default value of an explicit implementation, or in front of a parameter without one, can never be used.
        var isUsable = method.ExplicitInterface is null
            && method.Parameters.Skip(index + 1).All(later => later.Default is not null || later.Type.StartsWith("params ", StringComparison.Ordinal));
        return $"{parameter.Type} {parameter.Name}{(isUsable && parameter.Default is { } text ? $" = {text}" : "")}";
    }

    /// <summary>The request object as an expression; written to a local first if there is much to say.</summary>
    private static string Request(SourceWriter source, MethodModel method, MessageShape shape, List<ParameterModel> additional)
    {
        var type = $"{Library}.{shape.Request}";
        var given = method.Parameters.FirstOrDefault(parameter => parameter.Role is ParameterRole.Request or ParameterRole.Source);
        var fields = method.Parameters.Where(parameter => parameter.Role == ParameterRole.Field).ToList();
        string head;
        if (given is { Role: ParameterRole.Source })
        {
            head = $"new {type}({given.Name})";
        }
        else if (given is not null)
        {
            head = given.IsNullable && CanBeEmpty(shape) ? $"{given.Name} ?? new {type}()" : given.Name;
            if (fields.Count == 0 && additional.Count == 0)
            {
                return head;
            }

            head = given.IsNullable ? $"({head}) with" : $"{head} with";
        }
        else
        {
            head = fields.Count == 0 && additional.Count == 0 ? $"new {type}()" : $"new {type}";
        }

        if (fields.Count == 0 && additional.Count == 0)
        {
            return head;
        }

        var local = Local(method);
        source.Line($"var {local} = {head}");
        source.Open();
        foreach (var field in fields)
        {
            source.Line($"{field.Target} = {FieldValue(shape, field)},");
        }

        if (additional.Count > 0)
        {
            source.Line(given is { Role: ParameterRole.Request }
                ? $"Additional = new {Library}.OAuthParameters({given.Name}{(given.IsNullable ? "?.Additional ?? []" : ".Additional")})"
                : "Additional =");
            Additional(source, additional, ",");
        }

        source.Close(";");
        return local;
    }

    private static string Redeem(SourceWriter source, MethodModel method, MethodDeclarations methods)
    {
        var additional = Additional(method);
        var login = method.Parameters.First(parameter => parameter.Role == ParameterRole.Login).Name;
        var callback = method.Parameters.First(parameter => parameter.Role == ParameterRole.Callback).Name;
        var parameters = "additional: null";
        if (additional.Count > 0)
        {
            parameters = Local(method);
            source.Line($"var {parameters} = new {Library}.OAuthParameters");
            Additional(source, additional, ";");
        }

        return $"_client.RedeemAuthorizationCodeAsync({methods.Of(method)}, {login}, {callback}, {parameters}, {Cancellation(method)})";
    }

    private static void Additional(SourceWriter source, List<ParameterModel> additional, string tail)
    {
        source.Open();
        foreach (var parameter in additional)
        {
            var value = parameter.FieldType == FieldType.Enum ? $"Name({parameter.Name})" : parameter.Name;
            source.Line($"{{ {Literal.Of(parameter.Target)}, {value} }},");
        }

        source.Close(tail);
    }

    /// <summary>A parameter as the value of a property: what may be null and must not be is left to the property's default.</summary>
    private static string FieldValue(MessageShape shape, ParameterModel field)
    {
        if (shape.Field(field.Name)?.Factory is { } factory)
        {
            return $"{Library}.{factory}({field.Name}{(field.IsNullable ? "!" : "")})";
        }

        if (field.FieldType == FieldType.Texts)
        {
            return field.Target == "Scopes" && field.IsNullable ? $"{field.Name} is null ? null : [.. {field.Name}]"
                : field.IsNullable ? $"{field.Name} is null ? [] : [.. {field.Name}]"
                : $"[.. {field.Name}]";
        }

        return field is { IsNullable: true, Target: "SubjectTokenType" or "ActorTokenType" }
            ? $"{field.Name} ?? {Library}.TokenTypes.AccessToken"
            : field.IsNullable && shape.Fields.Any(known => known.Property == field.Target && known is { IsRequired: true, IsNullable: false })
                ? $"{field.Name}!"
                : field.Name;
    }

    private static bool CanBeEmpty(MessageShape shape) => !shape.TakesRequest && !shape.Fields.Any(field => field.IsRequired);

    /// <summary>A name for a local that no parameter has.</summary>
    private static string Local(MethodModel method)
    {
        var name = "message";
        while (method.Parameters.Any(parameter => parameter.Name == name))
        {
            name += "_";
        }

        return name;
    }

    private static string Explain(MethodModel method) => method.Problem switch
    {
        MethodProblem.NoAttribute => $"{method.Name} has no request attribute that says which message it sends.",
        MethodProblem.SeveralAttributes => $"{method.Name} has several request attributes; a method sends one message.",
        MethodProblem.ReturnType => $"{method.Name} has to return {method.ProblemSubject}.",
        MethodProblem.MissingParameter => $"{method.Name} has to have the parameter '{method.ProblemSubject}'.",
        MethodProblem.ParameterType => $"The parameter '{method.ProblemSubject}' of {method.Name} has a type that cannot be sent.",
        MethodProblem.ReservedParameter => $"The parameter '{method.ProblemSubject}' of {method.Name} is one that the library states by itself.",
        MethodProblem.DuplicateParameter => $"The parameter '{method.ProblemSubject}' of {method.Name} is sent under a name that another one has.",
        MethodProblem.BesideDocument => $"The parameter '{method.ProblemSubject}' of {method.Name} stands beside the request object, which alone states the message.",
        MethodProblem.UnknownParameter => $"The parameter '{method.ProblemSubject}' of {method.Name} is no part of the message, which the provider sends.",
        MethodProblem.Generic => $"{method.Name} is generic; a message is not.",
        _ => $"The JsonSerializerContext of [OAuthProvider] is missing, which has to describe {method.ProblemSubject}.",
    };
}
