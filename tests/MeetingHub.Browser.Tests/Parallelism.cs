// One browser and whole servers: a second test beside the first would only make both wait.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(MeetingHub.Browser.Tests.Stage.Chrome))]
