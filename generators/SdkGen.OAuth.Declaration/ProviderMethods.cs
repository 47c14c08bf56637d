namespace SdkGen.OAuth.Declaration;

/// <summary>All methods of a provider: those of the library's interfaces, made its own, and then the user's.</summary>
internal static class ProviderMethods
{
    public static List<MethodModel> Of(ProviderModel provider)
    {
        var methods = new List<MethodModel>();
        foreach (var (contract, user) in provider.Contracts)
        {
            foreach (var method in contract.Methods)
            {
                methods.Add(user is null ? method : OfUser(method, user, provider.HasJsonContext));
            }
        }

        methods.AddRange(provider.OwnMethods);
        MakeDistinct(methods);
        return methods;
    }

    private static MethodModel OfUser(MethodModel method, string user, bool hasJsonContext) => method with
    {
        ReturnType = $"global::System.Threading.Tasks.Task<{user}>",
        DeclaringInterface = $"{KnownTypes.Namespace}.IUserInfoEndpoint<{user}>",
        UserType = user,
        Problem = hasJsonContext ? MethodProblem.None : MethodProblem.NoJsonContext,
        ProblemSubject = TypeText.Short(user),
    };

    /// <summary>Methods of several interfaces can be alike; one of them is the public one.</summary>
    private static void MakeDistinct(List<MethodModel> methods)
    {
        for (var i = 1; i < methods.Count; i++)
        {
            var method = methods[i];
            if (methods.FindIndex(0, i, other => other.Name == method.Name && HaveSameTypes(other, method)) >= 0)
            {
                methods[i] = method with { ExplicitInterface = method.DeclaringInterface };
            }
        }
    }

    /// <summary>The type without what two methods cannot differ in alone: annotations, and which kind of reference it is.</summary>
    private static string Signature(string type) => type
        .Replace("?", "").Replace("params ", "").Replace("ref readonly ", "ref ").Replace("in ", "ref ").Replace("out ", "ref ");

    private static bool HaveSameTypes(MethodModel one, MethodModel other) =>
        one.Parameters.Count == other.Parameters.Count
        && one.Parameters.Zip(other.Parameters, (left, right) => Signature(left.Type) == Signature(right.Type)).All(same => same);
}
