// In sanitizer builds only: what was opened at run time (GL drivers, Qt's plugins) stays mapped, so that a leak found at
// the end still has a name and can be told from one of ours.
extern "C" __attribute__((visibility("default"))) int dlclose(void*)
{
    return 0;
}
